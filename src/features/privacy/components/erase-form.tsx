'use client';

import type { Route } from 'next';
import { type ReactNode, useState } from 'react';
import { Form } from '@/components/form/form';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-fields';
import { useLeave } from '@/components/form/use-leave';
import { Button } from '@/components/ui/button';
import { Card, CardContent, CardHeader, CardTitle } from '@/components/ui/card';
import { Link } from '@/components/ui/link';
import { toast } from '@/components/ui/toast';
import type { PartnerNoun } from '@/domain/named-record';
import { forgetRecord } from '@/lib/browser/forget-record';
import { counted } from '@/lib/text/counted';
import { eraseCompany, eraseContact } from '../actions';
import { type Mention, mentionKey } from '../mention';
import { MentionList } from './mention-list';

type EraseFormProps = {
	noun: PartnerNoun;
	id: string;
	/** The texts that name them, of which there may be more. */
	mentions: Mention[];
	count: number;
	/** Where Cancel leads. */
	path: Route;
	/** What stays, between the texts and the password. */
	children: ReactNode;
};

/** Which texts are blanked, and the password. */
export function EraseForm({ noun, id, mentions, count, path, children }: EraseFormProps) {
	const leave = useLeave();
	const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
	const [everything, setEverything] = useState(false);
	const all = mentions.map(mentionKey);
	const texts = everything ? 'all' : all.filter((key) => ticked.has(key));
	return (
		<Form
			action={({ currentPassword }) =>
				(noun === 'contact' ? eraseContact : eraseCompany)({ id, currentPassword, texts: JSON.stringify(texts) })
			}
			className="flex flex-col gap-5"
			messageClassName=""
			onDone={({ data }) => {
				const blanked = data.blanked > 0 ? `, ${counted(data.blanked, 'text', 'texts')} blanked` : '';
				forgetRecord(id);
				toast.success(`${noun === 'contact' ? 'Contact' : 'Company'} erased for good${blanked}`);
				leave(noun === 'contact' ? '/contacts' : '/companies');
			}}
		>
			<section aria-label="Texts that name them">
				<Card>
					<CardHeader>
						<CardTitle>Texts that name them</CardTitle>
					</CardHeader>
					<CardContent>
						{count === 0 ? (
							<p className="text-muted-foreground">No text of another record does.</p>
						) : (
							<MentionList
								mentions={mentions}
								count={count}
								isTicked={(key) => everything || ticked.has(key)}
								onTick={(key, on) => {
									const next = new Set(everything ? all : ticked);
									if (on) next.add(key);
									else next.delete(key);
									setTicked(next);
									setEverything(false);
								}}
								everything={everything || (all.length === count && all.every((key) => ticked.has(key)))}
								onEverything={(on) => {
									setEverything(on);
									setTicked(new Set());
								}}
							/>
						)}
					</CardContent>
				</Card>
			</section>
			{children}
			<div className="flex flex-col gap-4">
				<TextField
					name="currentPassword"
					label="Your password"
					type="password"
					autoComplete="current-password"
					required
					fieldClassName="max-w-sm"
				/>
				<div className="flex flex-wrap items-center gap-2">
					<SubmitButton variant="destructive" pendingText="Erasing…">
						Erase for good
					</SubmitButton>
					<Button asChild variant="ghost">
						<Link replace href={path}>
							Cancel
						</Link>
					</Button>
					<p className="text-muted-foreground">This can’t be undone.</p>
				</div>
			</div>
		</Form>
	);
}
