import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { UserId } from '@/lib/auth/session';
import { db } from '@/lib/db/db';
import type { Download } from '@/lib/request/download';
import { makeAccount } from '../support/accounts';
import { acted } from '../support/act';
import { makeAccountWithPassword } from '../support/erasing';
import { snapshot } from '../support/snapshot';
import { mutations } from './stranger/mutations';
import { queries, sameForAll } from './stranger/queries';
import { makeTarget, type Target } from './stranger/target';

/** Parts of an import, which work on tables of their own transaction; tests/database/import.test.ts looks at the whole. */
const partsOfImports =
	/^import\.(workOff|asTheyStand|takeFile|openStage|stageRows|noteRefusals|noteBeside|forgetRefusals|refuseRows|refuseOverfull|refuseContradictions|uniqueFields|sameUnique|otherWays|closeStage|countStage|findRowFields|makeRowFields|matchRows|placeDeals|clearLeft|linkRows|nameRows|textFieldFor|pointRows|saveRows|countOthers|keepPeople|listCompanyPeople|matchDealPeople|makePeople|refuseCrowded|fillCompanies|peopleShown|readShownPeople|valuesOfPeople|renewVersions|findSame|findSameDeals|findMaybe|applyDecisions|countMaybe|combineRows|nameOthers|countRecords|showRows|keepRows|mergeRows|mergedRecords|pointedRecords|taggedRecords|stageFile|refuseBusy|readRows|readLine|originalLine|readInWords)$/;

type Functions = Record<string, (...args: unknown[]) => Promise<unknown>>;

function functionsOf(modules: Record<string, Functions>): [name: string, run: Functions[string]][] {
	return Object.entries(modules).flatMap(([path, module]) => {
		const feature = /features\/([^/]+)\//.exec(path)?.[1];
		return Object.entries(module)
			.filter(([, value]) => typeof value === 'function')
			.map(([name, run]): [string, Functions[string]] => [`${feature}.${name}`, run]);
	});
}

const allQueries = functionsOf(
	import.meta.glob<Functions>(['../../src/features/*/server/*-queries.ts'], {
		eager: true,
	}),
).filter(([name]) => !partsOfImports.test(name));
const allMutations = functionsOf(
	import.meta.glob<Functions>(['../../src/features/*/server/*-mutations.ts'], {
		eager: true,
	}),
).filter(([name]) => !partsOfImports.test(name));

/** What a query answers, as text; of a download what the browser would save. */
async function answerOf(asked: Promise<unknown>): Promise<string> {
	const answer = await Promise.resolve(asked).catch((error: Error) => {
		if (error.name !== 'Refusal') throw error;
		return 'refused';
	});
	if (typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer)
		return Buffer.concat(await Array.fromAsync(answer as AsyncIterable<Uint8Array>)).toString();
	if (typeof answer !== 'object' || answer === null || !('pieces' in answer)) return JSON.stringify(answer) ?? '';
	const pieces = await Array.fromAsync((answer as Download).pieces);
	if (typeof pieces[0] === 'string') return pieces.join('');
	return Object.values(unzipSync(Buffer.concat(pieces as Uint8Array[])))
		.map((file) => new TextDecoder().decode(file))
		.join('');
}

let lan: UserId;
let stranger: UserId;
let ids: Target;

beforeAll(async () => {
	lan = await makeAccount('Nguyễn Thị Lan');
	stranger = await makeAccountWithPassword('Lê Văn Lạ');
	ids = await makeTarget(lan, stranger);
});

test('the tables in the folder beside this file leave no function out and name none that is gone', () => {
	expect(Object.keys(queries).sort()).toEqual(allQueries.map(([name]) => name).sort());
	expect(Object.keys(mutations).sort()).toEqual(allMutations.map(([name]) => name).sort());
});

describe('a stranger reads nothing', () => {
	test.each(allQueries)('%s', async (name, run) => {
		const answer = await answerOf(run(stranger, ...(queries[name]?.(ids) ?? [])));
		for (const secret of ['Bình Minh', 'Thủy sản', 'bí mật', ids.company, ids.contact, ids.deal, ids.tag])
			expect(answer).not.toContain(secret);
		// the same call by the owner shows that it would have found something
		const owned = await answerOf(run(lan, ...(queries[name]?.(ids) ?? [])));
		if (!sameForAll.includes(name)) expect(owned).not.toBe(answer);
	});
});

describe('a stranger changes nothing', () => {
	test.each(allMutations)('%s', async (name, run) => {
		const before = await snapshot(lan);
		const history = await db.changeLog.count({ where: { userId: lan } });
		const sessions = await db.session.count({ where: { userId: lan } });
		await acted((tx) => run(tx, stranger, ...(mutations[name]?.(ids) ?? []))).catch((error: Error) =>
			expect(error.name).toBe('Refusal'),
		);
		expect(await snapshot(lan)).toEqual(before);
		expect(await db.changeLog.count({ where: { userId: lan } })).toBe(history);
		expect(await db.session.count({ where: { userId: lan } })).toBe(sessions);
	});
});
