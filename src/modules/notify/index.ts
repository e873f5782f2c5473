import type { Module } from '../../platform/module.ts';
import { notifyMessages } from './messages/index.ts';

export const notify: Module = {
  name: 'notify',
  messages: notifyMessages,
};
