// Runs before the first paint, so that a chosen theme and language do not flash in late.
(() => {
  const root = document.documentElement;
  const kept = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const theme = kept('townhall.theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  root.lang = kept('townhall.locale') ?? (navigator.language.startsWith('zh') ? 'zh-CN' : 'en');
})();
