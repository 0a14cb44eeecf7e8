'use client';

import { MetadataCard } from '@/components/form/metadata-card';
import { editCompanyMetadata } from '../actions';

type CompanyMetadataProps = { id: string; version: number; pairs: [string, string][] };

/** The company's own fields. */
export function CompanyMetadata({ id, version, pairs }: CompanyMetadataProps) {
	return <MetadataCard pairs={pairs} save={({ metadata }) => editCompanyMetadata({ id, version, metadata })} />;
}
