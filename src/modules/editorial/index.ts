import type { App } from '../../platform/http/environment.ts';
import type { Module } from '../../platform/module.ts';
import { newsroomRoutes } from './show-newsroom/newsroom.route.tsx';
import { editorialMessages } from './messages/index.ts';

export const editorial: Module = {
  name: 'editorial',
  messages: editorialMessages,
  routes: addEditorialRoutes,
};

function addEditorialRoutes(app: App): void {
  newsroomRoutes(app);
}
