import type { Module } from '../../platform/module.ts';
import { listsMessages } from './messages/index.ts';

export const lists: Module = {
  name: 'lists',
  messages: listsMessages,
};
