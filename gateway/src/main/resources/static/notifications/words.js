// The words of notifications. Each key: English, Chinese.
export const words = {
  'notifications.title': ['Notifications', '通知'],
  'notifications.bell': [{ one: 'Notifications, {n} unread', other: 'Notifications, {n} unread' }, '通知，{n} 条未读'],
  'notifications.new': ['New notification: {text}', '新通知：{text}'],
  'notifications.unread': ['unread', '未读'],
  'notifications.readAll': ['Mark all as read', '全部标为已读'],
  'notifications.none': ['All quiet', '暂无通知'],
  'notifications.noneText': ['What concerns you will be told here at once.', '与你有关的动态会即时出现在这里。'],
  'notification.untitled': ['your contribution', '你的内容'],
  'notification.reason': ['{rule}: {explanation}', '{rule}：{explanation}'],
};
