import type { Module } from '../../platform/module.ts';
import { coursesMessages } from './messages/index.ts';

export { mayTeach, type StaffMember } from './policy.ts';

export const courses: Module = {
  name: 'courses',
  messages: coursesMessages,
};
