import type { Module } from '../../platform/module.ts';
import { credentialsMessages } from './messages/index.ts';

export const credentials: Module = {
  name: 'credentials',
  messages: credentialsMessages,
};
