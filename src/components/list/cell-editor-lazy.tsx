import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';

/** The editor of a cell; what is typed before its code has come goes into it. */
export const CellEditorLazy = loadedWhenIdle(() => import('./cell-editor').then(({ CellEditor }) => CellEditor));
