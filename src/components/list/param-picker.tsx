'use client';

import { useState } from 'react';
import { PickerOptionLine } from '@/components/form/picker/picker-option';
import { useListbox } from '@/components/form/picker/use-listbox';
import { useOptions } from '@/components/form/picker/use-options';
import { SignedOut } from '@/components/form/signed-out';
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
	'use no memo';
	const { goTo } = useListNavigation();
	const { id, open, setOpen, reopen, inputProps, lineProps } = useListbox();
	const [text, setText] = useState('');
	const { options, current, failed } = useOptions<{ id: string; name: string; companyName?: string }>(
		source,
		open ? text.trim() : null,
	);
	const lines = options?.length ?? 0;

	function take(index: number) {
		const option = options?.[index];
		if (!option) return;
		const params = new URLSearchParams(query);
		params.append(param, option.id);
		setText('');
		setOpen(false);
		goTo(params.toString());
	}

	return (
		<div className="relative sm:w-28 sm:max-w-40 sm:grow">
			<Input
				{...inputProps(lines, (index) => current && take(index))}
				aria-label={label}
				placeholder={label}
				value={text}
				maxLength={200}
				onChange={(event) => {
					setText(event.target.value);
					reopen();
				}}
				onBlur={() => setOpen(false)}
			/>
			{(open || failed === 'signedOut') && (
				<div className="absolute top-full z-20 mt-1 max-h-72 w-72 max-w-[80vw] overflow-y-auto rounded-md border bg-popover p-1 text-popover-foreground shadow-md">
					<div role="listbox" id={id} aria-label={label}>
						{options?.map((option, index) => (
							<PickerOptionLine key={option.id} selected={false} {...lineProps(index, take)}>
								<span className="wrap-anywhere line-clamp-2">
									<span translate="no">{option.name}</span>
									{option.companyName && (
										<span className="text-muted-foreground">
											{' '}
											· <span translate="no">{option.companyName}</span>
										</span>
									)}
								</span>
							</PickerOptionLine>
						))}
					</div>
					{lines === 0 && (
						<p role="status" className="px-2 py-1.5 text-muted-foreground">
							{failed === 'signedOut' ? (
								<SignedOut />
							) : failed ? (
								'Couldn’t load results. Keep typing to try again.'
							) : options ? (
								'Nothing found.'
							) : (
								'Looking…'
							)}
						</p>
					)}
				</div>
			)}
		</div>
	);
}
