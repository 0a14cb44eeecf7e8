'use client';

import { useState } from 'react';
import { isSameName } from '@/lib/list/search';
import type { TagOption, TagRow } from '../server/tag-queries';
import { tidyTagName } from '../tag';
import { DeleteTag } from './delete-tag';
import { EditTag } from './edit-tag';
import { MergeTag } from './merge-tag';

type Dialog = 'edit' | 'merge' | 'delete';

/** What can be done with a tag; `all` are the account's tags, this one included. */
export function TagActions({ tag, all }: { tag: TagRow; all: TagOption[] }) {
	const [dialog, setDialog] = useState<Dialog | null>(null);
	const [into, setInto] = useState('');
	const others = all.filter(({ id }) => id !== tag.id);
	const control = (which: Dialog) => ({
		open: dialog === which,
		onOpenChange: (open: boolean) => {
			setDialog(open ? which : null);
			setInto('');
		},
	});
	return (
		<div className="flex shrink-0">
			<EditTag
				tag={tag}
				findOther={(name) => others.find((other) => isSameName(other.name, tidyTagName(name)))}
				onMerge={(other) => {
					setInto(other.id);
					setDialog('merge');
				}}
				{...control('edit')}
			/>
			{others.length > 0 && <MergeTag tag={tag} others={others} into={into} {...control('merge')} />}
			<DeleteTag tag={tag} {...control('delete')} />
		</div>
	);
}
