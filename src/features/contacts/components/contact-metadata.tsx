'use client';

import { MetadataCard } from '@/components/form/metadata-card';
import { editContactMetadata } from '../actions';

type ContactMetadataProps = { id: string; version: number; pairs: [string, string][] };

/** The contact's own fields. */
export function ContactMetadata({ id, version, pairs }: ContactMetadataProps) {
	return <MetadataCard pairs={pairs} save={({ metadata }) => editContactMetadata({ id, version, metadata })} />;
}
