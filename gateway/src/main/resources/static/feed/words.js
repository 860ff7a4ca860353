// The words of the feeds. Each key: English, Chinese.
export const words = {
  'nav.home': ['Home', '首页'],
  'welcome.title': ['A place to ask and share', '提问与分享的地方'],
  'welcome.text': [
    'Everybody may read. Members ask, answer, vote, and earn points for helping one another.',
    '所有人都可以阅读；成员可以提问、回答、投票，并通过互相帮助赢得积分。',
  ],
  'feed.latest': ['Latest', '最新'],
  'feed.hot': ['Hot', '热门'],
  'feed.unanswered': ['Unanswered', '待回答'],
  'feed.orders': ['Order of posts', '帖子排序'],
  'feed.latest.empty': ['No posts yet', '还没有帖子'],
  'feed.hot.empty': ['Nothing is hot right now', '暂时没有热门帖子'],
  'feed.unanswered.empty': ['Every question has an answer', '所有问题都已有回答'],
  'feed.emptyText': ['Begin the conversation.', '来开启第一个话题吧。'],
  'aside.label': ['More of the community', '社区动态'],
  'feed.topicWiki': ['About this topic', '关于此话题'],
  'feed.topicRss': ['Follow by RSS', '通过 RSS 订阅'],
};
