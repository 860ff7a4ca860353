// The one place that names the view library (Preact, its hooks and HTM in a single module, served from a jar).
export {
  html,
  render,
  useCallback,
  useEffect,
  useErrorBoundary,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from '/_static/htm/3.1.1/preact/standalone.module.js';
