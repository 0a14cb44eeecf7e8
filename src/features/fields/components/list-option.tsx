'use client';

import { memo, useRef, useState } from 'react';
import { message } from '@/components/form/message';
import { Question } from '@/components/form/question';
import { CarryHandle, useCarriedLine } from '@/components/list/carried-lines';
import { AlertDialogCancel, AlertDialogFooter } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { ArrowUpIcon, XIcon } from '@/components/ui/icons';
import { Input } from '@/components/ui/input';
import { NativeSelect } from '@/components/ui/native-select';
import { tagTones } from '@/components/ui/tones';
import type { CustomOption } from '@/domain/custom-fields/custom-field-types';
import { cn } from '@/lib/cn';
import { counted } from '@/lib/text/counted';
import type { OptionsEditing } from './use-edited-options';

type ListOptionProps = {
	option: CustomOption;
	place: number;
	/** How many records have it; undefined until that is counted. */
	filled: number | undefined;
	editing: OptionsEditing;
};

/** An option of a list. Removing one that records have asks first. */
export const ListOption = memo(function ListOption(props: ListOptionProps) {
	const { option, place, filled, editing } = props;
	const { id, name, colour } = option;
	const [asked, setAsked] = useState<boolean | null>(null);
	const { line, looks, handle } = useCarriedLine(id, {
		carriedLooks: 'relative z-10 rounded-md bg-card shadow-md outline outline-primary',
	});
	const opener = useRef<HTMLButtonElement>(null);
	const number = place + 1;
	return (
		<li {...line} className={cn('flex items-center gap-1', looks)}>
			<CarryHandle handle={handle} className="pointer-coarse:h-11 pointer-coarse:w-8" />
			<Input
				aria-label={`Option ${number}`}
				aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
				value={name}
				maxLength={80}
				autoComplete="off"
				onChange={(event) => editing.onChange(id, { name: event.target.value })}
				onKeyDown={(event) => editing.onKeyDown(event, id)}
				onPaste={(event) => editing.onPaste(event, id)}
				className="min-w-0 flex-1"
			/>
			{filled !== undefined && filled > 0 && (
				<span
					className="shrink-0 px-1 text-right text-muted-foreground text-xs tabular-nums"
					title="Records that have it"
				>
					{filled.toLocaleString('en')}
				</span>
			)}
			<div className="relative w-30 shrink-0 max-sm:w-15">
				<NativeSelect
					aria-label={`Color of option ${number}`}
					value={colour}
					onChange={(event) => editing.onChange(id, { colour: event.target.value })}
					// on a phone, the dot says it
					className="capitalize [&>select]:pr-7 [&>select]:pl-8 max-sm:[&>select]:pr-0 max-sm:[&>select]:pl-15"
				>
					{Object.keys(tagTones).map((each) => (
						<option key={each} value={each}>
							{each}
						</option>
					))}
				</NativeSelect>
				<span
					className={cn(
						'pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 rounded-full border border-current',
						tagTones[colour as keyof typeof tagTones],
					)}
				/>
			</div>
			<Button
				variant="ghost"
				size="icon-sm"
				className={place === 0 ? 'invisible' : undefined}
				onClick={() => editing.onUp(id)}
			>
				<ArrowUpIcon />
				<span className="sr-only">Move option {number} up</span>
			</Button>
			<Button
				ref={opener}
				variant="ghost"
				size="icon-sm"
				onClick={() => (filled === 0 ? editing.onRemove(id) : setAsked(true))}
			>
				<XIcon />
				<span className="sr-only">Remove option {number}</span>
			</Button>
			{asked !== null && (
				<Question
					opener={opener}
					open={asked}
					onOpenChange={setAsked}
					title={message`Remove ${name}?`}
					consequences={
						filled
							? `${counted(filled, 'record has', 'records have')} it, and ${filled === 1 ? 'loses' : 'lose'} it. You can undo this.`
							: 'Records that have it lose it. You can undo this.'
					}
				>
					<AlertDialogFooter>
						<AlertDialogCancel>Cancel</AlertDialogCancel>
						<Button
							variant="destructive"
							onClick={() => {
								setAsked(false);
								editing.onRemove(id);
							}}
						>
							Remove option
						</Button>
					</AlertDialogFooter>
				</Question>
			)}
		</li>
	);
});
