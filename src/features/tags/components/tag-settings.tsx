import { EmptyState } from '@/components/layout/empty-state';
import { Card, CardAction, CardContent, CardDescription, CardHeader, CardTitle } from '@/components/ui/card';
import { TagBadge } from '@/components/ui/tag-badge';
import { requireUserId } from '@/lib/auth/session';
import { listTags, type TagRow } from '../server/tag-queries';
import { describeUse } from '../tag';
import { NewTag } from './new-tag';
import { TagActions } from './tag-actions';

/** The account's tags: how much carries each, and everything that can be done with them. */
export async function TagSettings() {
	const tags = await listTags(await requireUserId());
	return (
		<Card className="gap-3 pb-1">
			<CardHeader>
				<CardTitle id="tags" tabIndex={-1}>
					Tags
				</CardTitle>
				<CardDescription>Labels that you give to companies and contacts, to find them again together.</CardDescription>
				{tags.length > 0 && (
					<CardAction>
						<NewTag />
					</CardAction>
				)}
			</CardHeader>
			<CardContent className="px-0">
				{tags.length === 0 ? (
					<EmptyState icon="icon-tags/1.5" title="No tags yet" className="border-0 py-6" actions={<NewTag />}>
						Make the first here, or type it into a company or contact.
					</EmptyState>
				) : (
					<ul>
						{tags.map((tag) => (
							// the same list for every row, so that it is sent to the browser once
							<TagLine key={tag.id} tag={tag} all={tags} />
						))}
					</ul>
				)}
			</CardContent>
		</Card>
	);
}

function TagLine({ tag, all }: { tag: TagRow; all: TagRow[] }) {
	return (
		<li className="flex items-center justify-between gap-3 border-t py-1.5 pr-2 pl-4">
			<div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
				<TagBadge name={tag.name} colour={tag.colour} className="max-w-full" />
				<span className="text-muted-foreground tabular-nums">{describeUse(tag) || 'Not used'}</span>
			</div>
			<TagActions tag={tag} all={all} />
		</li>
	);
}
