/** What an editor sends to hold an event; `send` posts a form as that editor. Returns its address. */
export async function holdEvent(
  id: string,
  send: (path: string, fields: Readonly<Record<string, string>>) => Promise<unknown>,
): Promise<string> {
  await send(`/fr/editor/events/${id}`, {
    version: '0',
    title: 'Soirée au moulin',
    lang: 'fr',
    summary: 'On y moud du blé ensemble.',
    body: '- apporter un tablier\n- rester pour le pain\n',
    host: 'Le Moulin',
    speakers: 'Awa Diop — meunière',
    day: '2031-05-04',
    time: '18:30',
    endDay: '2031-05-04',
    endTime: '20:00',
    zone: 'Europe/Paris',
    place: 'Le Moulin, salle 2',
    link: 'https://video.example/moulin',
    seats: '12',
  });
  await send(`/fr/editor/events/${id}/publish`, {});
  return 'soiree-au-moulin-2031';
}
