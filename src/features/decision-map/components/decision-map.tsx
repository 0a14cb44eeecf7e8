'use client';

import { useEffect, useState } from 'react';
import type { Opener } from '@/components/form/dialog-opener';
import { SignedOut } from '@/components/form/signed-out';
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from '@/components/ui/dialog';
import { Link } from '@/components/ui/link';
import { LoadingText } from '@/components/ui/loading-text';
import { companyPeoplePath } from '@/domain/paths';
import { type NoAnswer, readJson, whyNoAnswer } from '@/lib/browser/read-json';
import { layOutMap } from '../map-layout';
import type { ShownMap } from '../shown-map';
import { MapLegend } from './map-legend';
import { MapList } from './map-list';
import { MapPicture } from './map-picture';

type DecisionMapProps = {
	companyId: string;
	open: boolean;
	onOpenChange: (open: boolean) => void;
	opener: Opener;
};

/** Who reports to whom at a company, who decides, and when each was last contacted: a picture, and the same as a list. */
export function DecisionMap({ companyId, open, onOpenChange, opener }: DecisionMapProps) {
	const [map, setMap] = useState<ShownMap>();
	const [failure, setFailure] = useState<NoAnswer>();
	// each time that it is opened, as the page has no part of it
	useEffect(() => {
		if (!open) return;
		const ended = new AbortController();
		readJson<ShownMap>(`/api/decision-map?companyId=${companyId}`, ended.signal).then(
			(found) => {
				setMap(found);
				setFailure(undefined);
			},
			(error) => ended.signal.aborted || setFailure(whyNoAnswer(error)),
		);
		return () => ended.abort();
	}, [open, companyId]);

	return (
		<Dialog open={open} onOpenChange={onOpenChange}>
			<DialogContent opener={opener} className="sm:max-w-3xl">
				<DialogHeader>
					<DialogTitle>Decision map</DialogTitle>
					<DialogDescription>Who reports to whom, who decides, and when each was last contacted.</DialogDescription>
				</DialogHeader>
				{failure === 'signedOut' && (
					<p role="alert">
						<SignedOut />
					</p>
				)}
				{failure === 'failed' && (
					<p role="alert" className="text-destructive-ink">
						Couldn’t load the decision map. Close it and try again.
					</p>
				)}
				{map ? <MapContent map={map} companyId={companyId} /> : !failure && <LoadingText />}
			</DialogContent>
		</Dialog>
	);
}

function MapContent({
	map: { contacts, roles, roots, most, hasMore },
	companyId,
}: {
	map: ShownMap;
	companyId: string;
}) {
	const facts = new Map(contacts.map((contact) => [contact.id, contact]));
	const layout = layOutMap(roots);
	return (
		<div className="flex min-w-0 flex-col gap-3">
			<MapLegend roles={roles} facts={contacts} />
			<MapPicture layout={layout} facts={facts} />
			{layout.lines.length === 0 && contacts.length > 1 && (
				<p className="text-muted-foreground">To connect contacts, edit one and set “Reports to”.</p>
			)}
			{hasMore && (
				<p className="text-muted-foreground">
					The map shows the first <span>{most}</span> contacts, decision makers first.{' '}
					<Link href={companyPeoplePath(companyId)} className="text-foreground underline">
						All in the list
					</Link>
				</p>
			)}
			<details>
				<summary className="w-fit text-muted-foreground hover:text-foreground">Show list</summary>
				<MapList nodes={roots} facts={facts} label="Decision map" />
			</details>
		</div>
	);
}
