'use client';

import { useEffect, useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { withNames } from '@/components/form/message';
import type { PickerOption } from '@/components/form/picker/picker';
import { pickerNote } from '@/components/form/picker/picker-list';
import { PickerOptionLine } from '@/components/form/picker/picker-option';
import { useAnsweredEnter } from '@/components/form/picker/use-answered-enter';
import { useListbox } from '@/components/form/picker/use-listbox';
import { useOptions } from '@/components/form/picker/use-options';
import { useTypedNames } from '@/components/form/picker/use-typed-names';
import { SignedOut } from '@/components/form/signed-out';
import { Avatar } from '@/components/ui/avatar';
import { CheckIcon, PlusIcon } from '@/components/ui/icons';
import { Input } from '@/components/ui/input';
import { Kbd } from '@/components/ui/kbd';
import { isSameName } from '@/lib/list/search';

export type ChoiceListProps<Option extends PickerOption> = {
	label: string;
	chosen: PickerOption[];
	/** Adds an option, or removes one that is chosen. */
	onToggle: (option: Option | PickerOption) => void;
	/** A GET that answers `q` with options as JSON. */
	source: string;
	placeholder: string;
	/** Said when nothing fits. */
	none: string;
	/** How a new record of the typed name is offered. */
	creates?: ((name: string) => string) | undefined;
	/** Stands below an option's name. */
	detail?: (option: Option) => string;
	/** Whether options are people, who have their initials beside them. */
	initials?: true;
	max: number;
};

/** A list that is searched by typing, in which Enter or a click chooses an option or takes it back. */
export function ChoiceList<Option extends PickerOption>(props: ChoiceListProps<Option>) {
	const { label, chosen, onToggle, source, placeholder, none, creates, detail, initials, max } = props;
	const input = useRef<HTMLInputElement>(null);
	const [text, setText] = useState('');
	const { id, setActive, inputProps, lineProps } = useListbox({ staysOpen: true });
	const { options, current, failed } = useOptions<Option>(source, text);
	const typed = text.trim();
	const found = options ?? [];
	// what is chosen comes first as long as nothing is looked for, whether it is among the first found or not
	const offered: (Option | PickerOption)[] = typed
		? found
		: [...chosen, ...found.filter((option) => !chosen.some(({ id }) => id === option.id))];
	const isKnown = [...found, ...chosen].some((each) => isSameName(each.name, typed));
	const isFull = chosen.length >= max && max > 1;
	const canCreate = creates !== undefined && typed !== '' && current && !isKnown && !isFull;
	const lines = offered.length + (canCreate ? 1 : 0);

	useEffect(() => input.current?.focus(), []);

	function take(index: number) {
		const option = offered[index] ?? (canCreate ? { id: uuidv7(), name: typed, isNew: true as const } : undefined);
		if (!option || (isFull && !chosen.some((each) => each.id === option.id))) return;
		onToggle(option);
		setText('');
		setActive(0);
		input.current?.focus();
	}

	const { enter: enterOne, callOff } = useAnsweredEnter(current, take);
	const takeName = useTypedNames<Option>({
		source,
		chosen,
		max,
		creates: creates !== undefined,
		onTaken: onToggle,
		onNothing: (name, isChosen) => setText((now) => (isChosen ? now : `${name} ${now}`.trim())),
	});

	function enter(index: number) {
		// the next name is typed already
		if (max === 1 || current || typed === '') return enterOne(index);
		setText('');
		setActive(0);
		takeName(typed);
	}

	return (
		<div className="flex w-76 max-w-full flex-col">
			<Input
				ref={input}
				aria-label={label}
				{...inputProps(lines, enter)}
				placeholder={placeholder}
				value={text}
				maxLength={200}
				onChange={(event) => {
					// it belongs to the list, not to what the form holds
					event.stopPropagation();
					setText(event.target.value);
					setActive(0);
					callOff();
				}}
			/>
			<div
				role="listbox"
				id={id}
				aria-label={label}
				aria-multiselectable={max > 1}
				className="mt-1 max-h-64 overflow-y-auto"
			>
				{offered.map((option, index) => {
					const isChosen = chosen.some((each) => each.id === option.id);
					const about = 'isNew' in option ? 'New' : detail?.(option as Option);
					return (
						<PickerOptionLine key={option.id} {...lineProps(index, take)} selected={isChosen}>
							{initials && <Avatar name={option.name} className="size-6 text-[0.625rem]" />}
							<span className="min-w-0 flex-1">
								<span translate="no" className="block truncate">
									{option.name}
								</span>
								{about && (
									<span translate="no" className="block truncate text-muted-foreground text-xs">
										{about}
									</span>
								)}
							</span>
							{isChosen && <CheckIcon className="size-4 shrink-0 text-muted-foreground" />}
						</PickerOptionLine>
					);
				})}
				{canCreate && (
					<PickerOptionLine {...lineProps(offered.length, take)} selected={false}>
						<PlusIcon className="size-4 shrink-0" />
						<span className="wrap-anywhere">{withNames(creates(typed))}</span>
					</PickerOptionLine>
				)}
			</div>
			<p role="status" className="px-2 py-1 text-muted-foreground empty:p-0">
				{lines === 0 && pickerNote(options !== null, failed, none)}
				{isFull && `At most ${max}.`}
			</p>
			{failed === 'signedOut' && (
				<p role="alert" className="px-2 py-1 text-destructive-ink">
					<SignedOut typed />
				</p>
			)}
			<p className="mt-1 flex items-center gap-1.5 border-t pt-2 text-muted-foreground text-xs pointer-coarse:hidden">
				<Kbd>Enter</Kbd> selects or removes <Kbd>Esc</Kbd> closes
			</p>
		</div>
	);
}
