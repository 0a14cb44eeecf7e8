'use client';

import { useId, useState } from 'react';
import { PickerOptionLine } from '@/components/form/picker-option';
import { useOptions } from '@/components/form/use-options';
import { Input } from '@/components/ui/input';
import { useListNavigation } from './list-transition';

type ParamPickerProps = {
	label: string;
	param: string;
	/** A GET that answers `q` with records. */
	source: string;
	/** The list's query string, to which the choice is added. */
	query: string;
};

/** A filter by one of many records, found by typing part of its name; the choice leads to other rows. */
export function ParamPicker({ label, param, source, query }: ParamPickerProps) {
	const { goTo } = useListNavigation();
	const id = useId();
	const [text, setText] = useState('');
	const [open, setOpen] = useState(false);
	const [active, setActive] = useState(0);
	const { options, current, failed } = useOptions<{ id: string; name: string }>(source, open ? text.trim() : null);
	const lines = options?.length ?? 0;

	function take(index: number) {
		const option = options?.[index];
		if (!option) return;
		const params = new URLSearchParams(query);
		params.append(param, option.id);
		params.delete('page');
		setText('');
		setOpen(false);
		goTo(params.toString());
	}

	function onKeyDown(event: React.KeyboardEvent) {
		if (event.nativeEvent.isComposing) return;
		if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
			event.preventDefault();
			if (open && lines > 0) setActive((active + (event.key === 'ArrowDown' ? 1 : lines - 1)) % lines);
			setOpen(true);
		} else if (event.key === 'Enter' && open) {
			event.preventDefault();
			if (current) take(active);
		} else if (event.key === 'Escape') {
			setOpen(false);
		}
	}

	return (
		<div className="relative w-40">
			<Input
				role="combobox"
				aria-label={label}
				autoComplete="off"
				aria-autocomplete="list"
				aria-expanded={open}
				aria-controls={id}
				aria-activedescendant={open && lines > 0 ? `${id}-${active}` : undefined}
				placeholder={label}
				value={text}
				maxLength={200}
				onChange={(event) => {
					setText(event.target.value);
					setActive(0);
					setOpen(true);
				}}
				onClick={() => setOpen(true)}
				onKeyDown={onKeyDown}
				onBlur={() => setOpen(false)}
			/>
			{open && (
				<div className="absolute top-full z-20 mt-1 max-h-72 w-72 max-w-[80vw] overflow-y-auto rounded-md border bg-popover p-1 text-popover-foreground shadow-md">
					<div role="listbox" id={id} aria-label={label}>
						{options?.map((option, index) => (
							<PickerOptionLine
								key={option.id}
								id={`${id}-${index}`}
								active={index === active}
								selected={false}
								onPoint={() => setActive(index)}
								onTake={() => take(index)}
							>
								<span className="wrap-anywhere line-clamp-2">{option.name}</span>
							</PickerOptionLine>
						))}
					</div>
					{lines === 0 && (
						<p role="status" className="px-2 py-1.5 text-muted-foreground">
							{failed
								? 'The server could not be reached. Type on to try again.'
								: options
									? 'Nothing found.'
									: 'Looking…'}
						</p>
					)}
				</div>
			)}
		</div>
	);
}
