'use client';

import { DeleteButton } from '@/components/form/delete-button';
import { message } from '@/components/form/message';
import { Button } from '@/components/ui/button';
import { TrashIcon } from '@/components/ui/icons';
import { deleteTag } from '../actions';
import type { TagRow } from '../server/tag-queries';
import { describeUse } from '../tag';
import { useFocusAfter } from './use-focus-after';

type DeleteTagProps = { tag: TagRow; open: boolean; onOpenChange: (open: boolean) => void };

/** Asks, counting what loses the tag, and deletes it. */
export function DeleteTag({ tag, open, onOpenChange }: DeleteTagProps) {
	const { leave, onCloseAutoFocus } = useFocusAfter('tags');
	const carriers = describeUse(tag);
	return (
		<DeleteButton
			title={message`Delete ${tag.name}?`}
			done={message`Deleted ${tag.name}`}
			confirm="Delete tag"
			action={() => deleteTag({ id: tag.id })}
			onDeleted={leave}
			open={open}
			onOpenChange={onOpenChange}
			onCloseAutoFocus={onCloseAutoFocus}
			trigger={
				<Button variant="ghost" size="icon-sm">
					<TrashIcon />
					<span className="sr-only">
						Delete <span translate="no">{tag.name}</span>
					</span>
				</Button>
			}
		>
			{carriers
				? `${carriers} ${tag.companies + tag.contacts === 1 ? 'loses' : 'lose'} this tag; nothing else changes.`
				: 'No company and no contact carries this tag.'}
		</DeleteButton>
	);
}
