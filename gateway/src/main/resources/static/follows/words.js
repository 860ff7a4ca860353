// The words of following. Each key: English, Chinese.
export const words = {
  'follow.action': ['Follow', '关注'],
  'follow.on': ['Following', '已关注'],
  'notification.followed': ['{actor} follows you now', '{actor} 关注了你'],
  'notification.followed-member-posted': ['{actor} published {title}', '{actor} 发布了《{title}》'],
  'notification.followed-topic-posted': ['{actor} published {title} in a topic you follow', '{actor} 在你关注的话题中发布了《{title}》'],
  'notification.followed-post-answered': ['{actor} answered {title}, which you follow', '{actor} 回答了你关注的《{title}》'],
  'notification.followed-post-commented': ['{actor} commented on {title}, which you follow', '{actor} 评论了你关注的《{title}》'],
};
