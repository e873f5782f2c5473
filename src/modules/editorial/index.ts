import type { Module } from '../../platform/module.ts';
import { editorialMessages } from './messages/index.ts';

export const editorial: Module = {
  name: 'editorial',
  messages: editorialMessages,
};
