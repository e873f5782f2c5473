import type { Module } from '../../platform/module.ts';
import { learningMessages } from './messages/index.ts';

export const learning: Module = {
  name: 'learning',
  messages: learningMessages,
};
