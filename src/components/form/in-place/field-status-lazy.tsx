import { appearsWhenIdle } from '@/components/ui/loaded-when-idle';

/** What became of a change; there is none before the editor's code has come. */
export const FieldStatusLazy = appearsWhenIdle(() =>
	import('./field-status').then(({ FieldStatusLine }) => FieldStatusLine),
);
