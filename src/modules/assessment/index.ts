import type { Module } from '../../platform/module.ts';
import { assessmentMessages } from './messages/index.ts';

export const assessment: Module = {
  name: 'assessment',
  messages: assessmentMessages,
};
