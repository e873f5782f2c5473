import type { Module } from '../../platform/module.ts';
import { reviewsMessages } from './messages/index.ts';

export const reviews: Module = {
  name: 'reviews',
  messages: reviewsMessages,
};
