import type { Module } from '../../platform/module.ts';
import { insightsMessages } from './messages/index.ts';

export const insights: Module = {
  name: 'insights',
  messages: insightsMessages,
};
