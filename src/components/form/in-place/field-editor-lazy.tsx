import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';

/** The editor of one value; what is typed before its code has come goes into it. */
export const FieldEditorLazy = loadedWhenIdle(() => import('./field-editor').then(({ FieldEditor }) => FieldEditor));
