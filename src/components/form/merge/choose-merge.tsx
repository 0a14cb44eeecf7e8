'use client';

import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { withNames } from '@/components/form/message';
import { Picker, type PickerOption } from '@/components/form/picker/picker';
import { Alert } from '@/components/ui/alert';
import { Link } from '@/components/ui/link';
import type { Duplicate } from '@/domain/duplicate';

type Option = PickerOption & { companyName?: string };

type ChooseMergeProps = {
	many: 'companies' | 'contacts';
	/** The record that was opened. */
	id: string;
	/** Those that it resembles. */
	duplicates: Duplicate[];
	/** Why the one that was asked for is none. */
	problem?: string | undefined;
};

/** Lets the user choose the record to merge with: one of the possible duplicates, or any by its name. */
export function ChooseMerge({ many, id, duplicates, problem }: ChooseMergeProps) {
	const router = useRouter();
	const pathWith = (other: string) => `/${many}/${id}/merge?with=${other}` as Route;
	const isContact = many === 'contacts';
	return (
		<div className="flex max-w-xl flex-col gap-5">
			{problem && <Alert variant="warning">{withNames(problem)}</Alert>}
			{duplicates.length > 0 && (
				<section aria-labelledby="resembling">
					<h2 id="resembling" className="mb-2 font-semibold">
						{duplicates.length === 1 ? 'This one looks the same' : 'These look the same'}
					</h2>
					<ul className="flex flex-col divide-y rounded-lg border bg-card">
						{duplicates.map(({ id: other, name, detail }) => (
							<li key={other}>
								<Link
									replace
									href={pathWith(other)}
									className="wrap-anywhere block px-3.5 py-2.5 hover:bg-accent focus-visible:-outline-offset-2"
								>
									<span translate="no" className="font-medium">
										{name}
									</span>
									{detail && (
										<span className="text-muted-foreground">
											{' '}
											· <span translate="no">{detail}</span>
										</span>
									)}
								</Link>
							</li>
						))}
					</ul>
				</section>
			)}
			<Picker<Option>
				name="with"
				label={isContact ? 'Merge with the contact' : 'Merge with the company'}
				source={`/api/${many}`}
				placeholder={isContact ? 'Type to find a contact' : 'Type to find a company'}
				none={isContact ? 'Nobody has this name.' : 'No company has this name.'}
				{...(isContact && { detail: (option: Option) => option.companyName ?? '' })}
				onChoose={(option) => option && router.replace(pathWith(option.id))}
			/>
		</div>
	);
}
