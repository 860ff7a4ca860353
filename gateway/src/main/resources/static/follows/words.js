// The words of following. Each key: English, Chinese.
export const words = {
  'follow.action': ['Follow', '关注'],
  'follow.on': ['Following', '已关注'],
  'notification.followed': ['{actor} follows you now', '{actor} 关注了你'],
  'notification.member-followed': ['{actor} follows you now', '{actor} 关注了你'],
  'notification.followed-post-published': ['{actor} published {title}', '{actor} 发布了《{title}》'],
};
