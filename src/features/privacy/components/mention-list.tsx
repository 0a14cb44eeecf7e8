'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { instead, type Mention, mentionKey, mentionWords } from '../mention';

type MentionListProps = {
	mentions: Mention[];
	count: number;
	isTicked: (key: string) => boolean;
	onTick: (key: string, on: boolean) => void;
	everything: boolean;
	onEverything: (on: boolean) => void;
};

/** The texts that name somebody, to be ticked one by one or all at once. */
export function MentionList({ mentions, count, isTicked, onTick, everything, onEverything }: MentionListProps) {
	return (
		<div className="flex flex-col gap-3">
			<p className="text-muted-foreground">
				In the texts that you tick, their names, emails and phone numbers are replaced by “{instead}”. The rest of the
				text stays.
			</p>
			{/* biome-ignore lint/a11y/noLabelWithoutControl: the checkbox is in it */}
			<label className="flex min-h-6 items-center gap-2.5 font-medium">
				<Checkbox checked={everything} onCheckedChange={onEverything} />
				<span>
					{count === 1 ? 'Blank it' : `Blank all ${count.toLocaleString('en')}`}
					{count > mentions.length && `, also those that are not shown here`}
				</span>
			</label>
			<ul className="flex max-h-112 flex-col divide-y overflow-y-auto rounded-lg border">
				{mentions.map((mention) => {
					const { kind, column, name, excerpt, cut } = mention;
					const key = mentionKey(mention);
					const { noun, columns } = mentionWords[kind];
					return (
						<li key={key}>
							{/* biome-ignore lint/a11y/noLabelWithoutControl: the checkbox is in it */}
							<label className="flex cursor-pointer items-start gap-2.5 px-3 py-2.5 hover:bg-accent">
								<Checkbox className="mt-0.5" checked={isTicked(key)} onCheckedChange={(on) => onTick(key, on)} />
								<span className="wrap-anywhere min-w-0">
									<span className="block text-muted-foreground text-xs">
										{noun} “<span translate="no">{name}</span>”, {columns[column]}
									</span>
									<span translate="no">
										{cut[0] && '…'}
										{excerpt}
										{cut[1] && '…'}
									</span>
								</span>
							</label>
						</li>
					);
				})}
			</ul>
			{count > mentions.length && (
				<p className="text-muted-foreground">
					The first {mentions.length.toLocaleString('en')} of {count.toLocaleString('en')} texts.
				</p>
			)}
		</div>
	);
}
