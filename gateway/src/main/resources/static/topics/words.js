// The words of topics. Each key: English, Chinese.
export const words = {
  'nav.topics': ['Topics', '话题'],
  'topics.showOne': ['Show one topic', '按话题筛选'],
  'topics.all': ['All topics', '全部话题'],
  'aside.topics': ['Topics', '热门话题'],
  'aside.allTopics': ['All topics', '全部话题'],
  'topics.filter': ['Find a topic', '查找话题'],
  'topics.none': ['No topics found', '没有找到话题'],
  'topics.posts': [{ one: '{n} post', other: '{n} posts' }, '{n} 篇帖子'],
};
