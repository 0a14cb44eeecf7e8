'use client';

import { useState } from 'react';
import { PickerOptionLine } from '@/components/form/picker/picker-option';
import { useListbox } from '@/components/form/picker/use-listbox';
import { CheckIcon } from '@/components/ui/icons';
import { Input } from '@/components/ui/input';
import { TagBadge } from '@/components/ui/tag-badge';
import { fold } from '@/lib/list/search';
import type { EditorOption } from './property';

type ChoiceInputProps = {
	id: string;
	options: readonly EditorOption[];
	value: string;
	onPick: (value: string) => void;
	describedBy: string | undefined;
};

/** One of a few choices: typing filters them, Enter or a click picks one. */
export function ChoiceInput({ id, options, value, onPick, describedBy }: ChoiceInputProps) {
	const label = options.find(([each]) => each === value)?.[1] ?? '';
	const [text, setText] = useState<string | null>(null);
	const typed = fold(text ?? '');
	const found = options.filter(([, each]) => fold(each).includes(typed));
	const chosen = found.findIndex(([each]) => each === value);
	const first = text === null ? Math.max(chosen, 0) : 0;
	const list = useListbox({ staysOpen: true, firstActive: first });

	function take(index: number) {
		const option = found[index];
		if (option) onPick(option[0]);
	}

	return (
		<div className="relative">
			<Input
				id={id}
				{...list.inputProps(found.length, take)}
				aria-describedby={describedBy}
				autoFocus
				value={text ?? label}
				onFocus={(event) => event.target.select()}
				onChange={(event) => {
					setText(event.target.value);
					list.setActive(0);
				}}
			/>
			{/* what is active when the editor is left is taken, if something was typed for it */}
			<input
				type="hidden"
				name="value"
				value={text === null ? value : (found[Math.max(list.active, 0)]?.[0] ?? value)}
			/>
			<div className="absolute top-full z-20 mt-1 max-h-72 w-full overflow-y-auto rounded-md border bg-popover p-1 text-popover-foreground shadow-md">
				<div role="listbox" id={list.id} aria-label="Options">
					{found.map(([each, name, colour], index) => (
						<PickerOptionLine key={each} {...list.lineProps(index, take)} selected={each === value}>
							{colour === undefined ? (
								<span className="flex-1">{name}</span>
							) : (
								<span className="flex min-w-0 flex-1">
									<TagBadge name={name} colour={colour} className="max-w-full" />
								</span>
							)}
							{each === value && <CheckIcon className="size-4 shrink-0" />}
						</PickerOptionLine>
					))}
				</div>
				{found.length === 0 && (
					<p role="status" className="px-2 py-1.5 text-muted-foreground">
						No matching options
					</p>
				)}
			</div>
		</div>
	);
}
