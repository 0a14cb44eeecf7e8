'use client';

import { withNames } from '@/components/form/message';
import { PlusIcon } from '@/components/ui/icons';
import type { PickerOption } from './picker';
import { PickerOptionLine } from './picker-option';

type MultiPickerListProps<Option extends PickerOption> = {
	listId: string;
	options: Option[];
	detail: ((option: Option) => string) | undefined;
	/** The text of the last line, which creates a record. */
	create: string | null;
	lineProps: (index: number) => { id: string; active: boolean; onPoint: () => void; onTake: () => void };
	/** Said when there is no line. */
	note: string | null;
};

/** What a picker of several records offers below its input. */
export function MultiPickerList<Option extends PickerOption>(props: MultiPickerListProps<Option>) {
	const { listId, options, detail, create, lineProps, note } = props;
	return (
		<div className="absolute top-full z-20 mt-1 max-h-72 w-full min-w-56 overflow-y-auto rounded-md border bg-popover p-1 text-popover-foreground shadow-md">
			<div role="listbox" id={listId} aria-label="Suggestions">
				{options.map((option, index) => {
					const about = detail?.(option);
					return (
						<PickerOptionLine key={option.id} {...lineProps(index)} selected={false}>
							<span className="wrap-anywhere line-clamp-2 flex-1">
								<span translate="no">{option.name}</span>
								{about && (
									<span className="text-muted-foreground">
										{' '}
										· <span translate="no">{about}</span>
									</span>
								)}
							</span>
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
