'use client';

import { withNames } from '@/components/form/message';
import { CheckIcon, PlusIcon } from '@/components/ui/icons';
import type { NamedRecord } from '@/domain/named-record';
import type { NoAnswer } from '@/lib/browser/read-json';
import { cn } from '@/lib/cn';
import { PickerOptionLine } from './picker-option';

type PickerListProps<Option extends NamedRecord> = {
	listId: string;
	options: Option[];
	/** The one of them that is chosen. */
	chosenId?: string | undefined;
	detail: ((option: Option) => string) | undefined;
	/** The text of the last line, which creates a record. */
	create: string | null;
	lineProps: (index: number) => { id: string; active: boolean; onPoint: () => void; onTake: () => void };
	/** Said when there is no line. */
	note: string | null;
	className?: string;
};

/** What is said of a search that has no line to offer: nothing fits, it is on its way, or it failed. */
export function pickerNote(isAnswered: boolean, failed: NoAnswer | null, none: string): string | null {
	if (isAnswered) return none;
	if (failed === 'signedOut') return null;
	return failed ? 'Couldn’t load results. Keep typing to try again.' : 'Looking…';
}

/** What a picker offers below its input. */
export function PickerList<Option extends NamedRecord>(props: PickerListProps<Option>) {
	const { listId, options, chosenId, detail, create, lineProps, note, className } = props;
	return (
		<div
			className={cn(
				'absolute top-full z-20 mt-1 max-h-72 w-full overflow-y-auto rounded-md border bg-popover p-1 text-popover-foreground shadow-md',
				className,
			)}
		>
			<div role="listbox" id={listId} aria-label="Suggestions">
				{options.map((option, index) => {
					const about = detail?.(option);
					return (
						<PickerOptionLine key={option.id} {...lineProps(index)} selected={option.id === chosenId}>
							<span className="wrap-anywhere line-clamp-2 flex-1">
								<span translate="no">{option.name}</span>
								{about && (
									<span className="text-muted-foreground">
										{' '}
										· <span translate="no">{about}</span>
									</span>
								)}
							</span>
							{option.id === chosenId && <CheckIcon className="size-4 shrink-0" />}
						</PickerOptionLine>
					);
				})}
				{create && (
					<PickerOptionLine {...lineProps(options.length)} selected={false}>
						<PlusIcon className="size-4 shrink-0" />
						<span className="wrap-anywhere">{withNames(create)}</span>
					</PickerOptionLine>
				)}
			</div>
			{options.length === 0 && !create && note && (
				<p role="status" className="px-2 py-1.5 text-muted-foreground">
					{note}
				</p>
			)}
		</div>
	);
}
