'use client';

import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';

/** The editor of notes, once it is opened. */
export const NotesEditorLazy = loadedWhenIdle(() => import('./notes-editor').then(({ NotesEditor }) => NotesEditor));
