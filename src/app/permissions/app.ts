import type { AccessRows } from './access.ts';

/** Who may reach which route of the application itself. */
export const appAccess: AccessRows = {
  public: `
    GET /assets/*
    GET /healthz
    GET /readyz
    GET /speculation.json
    GET /site.webmanifest
    GET /apple-touch-icon.png
    GET /icon-192.png
    GET /icon-512.png
    GET /icon.svg
    GET /embed.css
    GET /embed.js
    GET /oembed
    GET /robots.txt
    POST /theme
    GET /
    GET /design
    GET /transparency`,
  moderators: `
    GET /operator`,
  operators: `
    GET /operator/transparency
    POST /operator/transparency`,
};
