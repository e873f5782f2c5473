/** The kind of topic that a public list is, for those who follow it. */
export const listTopic = 'lists.list';
