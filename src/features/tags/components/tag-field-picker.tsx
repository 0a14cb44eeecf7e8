'use client';

import { useEdited } from '@/components/form/in-place/edited';
import { loadedWhenIdle } from '@/components/ui/loaded-when-idle';
import type { TagLabel } from '../tag';

const TagPickerLazy = loadedWhenIdle(() => import('./tag-picker').then(({ TagPicker }) => TagPicker));

/** Chooses a record's tags where they stand. */
export function TagFieldPicker({ tags }: { tags: TagLabel[] }) {
	const names: string[] = JSON.parse(useEdited() || '[]');
	const initial = names.map((name) => tags.find((tag) => tag.name === name) ?? name);
	return <TagPickerLazy name="value" label="Tags" labelHidden autoFocus initial={initial} />;
}
