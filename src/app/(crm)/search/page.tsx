import type { Metadata } from 'next';
import { PageHeader } from '@/components/layout/page-header';
import { SearchResults } from '@/features/search/components/search-results';
import { searchPage } from '@/features/search/schema';

export async function generateMetadata({ searchParams }: PageProps<'/search'>): Promise<Metadata> {
	const { q } = searchPage.parse(await searchParams);
	return { title: q === '' ? 'Search' : `${q} · Search` };
}

export default function SearchPage({ searchParams }: PageProps<'/search'>) {
	return (
		<>
			<PageHeader title="Search" />
			<SearchResults params={searchParams} />
		</>
	);
}
