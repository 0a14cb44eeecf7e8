import { type DealStage, stageNames } from '@/features/deals/schema';
import { normalizedHeader } from '../file/column-headers';
import type { ImportSettings } from '../import-settings';

/** What other programs call the stages. */
const stageWords: Record<DealStage, string> = {
	prospecting:
		'lead,lead in,new,new lead,open,appointment scheduled,prospect,tìm kiếm,tiềm năng,khách hàng tiềm năng,mới,tiếp cận,tiếp cận ban đầu,cơ hội mới',
	qualification:
		'qualified,qualified to buy,contact made,needs analysis,needs defined,đánh giá,xác định nhu cầu,khảo sát nhu cầu,tìm hiểu nhu cầu',
	proposal:
		'proposal made,proposal sent,proposal price quote,quote sent,quotation,presentation scheduled,demo scheduled,báo giá,gửi báo giá,đã báo giá,đề xuất,trình bày giải pháp',
	negotiation:
		'negotiations started,negotiation review,contract sent,decision maker bought in,đàm phán,thương lượng,thương thảo,thương thảo hợp đồng,đàm phán hợp đồng',
	closed_won:
		'won,closed won,close won,paid,signed,thắng,thành công,chốt thành công,chốt,đã chốt,ký hợp đồng,đã ký,đã ký hợp đồng,thắng thầu,hoàn thành',
	closed_lost: 'lost,closed lost,close lost,thua,thất bại,chốt thất bại,mất,hủy,đã hủy,không thành công,trượt thầu',
};

const stageByWord = new Map(
	(Object.keys(stageWords) as DealStage[]).flatMap((stage) =>
		[stage, stageNames[stage], ...stageWords[stage].split(',')].map((word) => [normalizedHeader(word), stage] as const),
	),
);

/** The form of a stage's name by which the user's mapping has it. */
export const stageKey = normalizedHeader;

/** Words by which a stage that is none of ours is likely one of them; the first that fits. */
const likely: [RegExp, DealStage][] = [
	[/lost|dead|cancel|reject|abandon|disqualif|thua|thatbai|khongthanh/, 'closed_lost'],
	[/won|win|signed|paid|deliver|complete|success|thanhcong|dachot|daky/, 'closed_won'],
	[/negotia|contract|legal|procure|commit|verbal|closing|damphan|thuongluong|thuongthao|hopdong/, 'negotiation'],
	[/propos|quot|present|demo|pric|offer|trial|pilot|baogia|dexuat|trinhbay/, 'proposal'],
	[
		/qualif|needs|value|decision|percept|discover|analysis|evaluat|meeting|interest|engag|nhucau|danhgia|khaosat/,
		'qualification',
	],
	[/lead|prospect|new|inbound|cold|contact|call|intro|tiemnang|tiepcan|moi/, 'prospecting'],
];

/** The stage that one of another program most likely is; undefined if its name says nothing. */
export function likelyStage(text: string): DealStage | undefined {
	const key = stageKey(text);
	return likely.find(([words]) => words.test(key))?.[1];
}

/** So many stages of other names are asked about. */
const maxForeign = 100;

/** The stages in the rows of a file that are none of ours, as they are written first, by their keys. */
export class ForeignStages {
	readonly found = new Map<string, string>();
	readonly #columns: number[];

	constructor({ kind, targets }: Pick<ImportSettings, 'kind' | 'targets'>) {
		const isStage = (column: number) => {
			const target = targets[column];
			return kind === 'deals' && target && 'field' in target && target.field === 'stage';
		};
		this.#columns = [...targets.keys()].filter(isStage);
	}

	add(cells: string[]): void {
		for (const column of this.#columns) this.name((cells[column] ?? '').trim());
	}

	name(text: string): void {
		const key = stageKey(text);
		if (key && !stageByWord.has(key) && !this.found.has(key) && this.found.size < maxForeign) this.found.set(key, text);
	}
}

/** The stage of a cell: as the user has mapped it, as it is called, or what it likely is. */
export function stageFor(text: string, mapped: Record<string, DealStage>): DealStage | undefined {
	const key = stageKey(text);
	return (Object.hasOwn(mapped, key) ? mapped[key] : stageByWord.get(key)) ?? likelyStage(text);
}

const outcomes = {
	won: 'won,closed won,win,success,successful,true,yes,1,thắng,thành công,chốt,đã chốt,đã ký,hoàn thành',
	lost: 'lost,closed lost,lose,failed,cancelled,canceled,abandoned,thua,thất bại,mất,hủy,đã hủy,không thành công',
	open: 'open,in progress,active,ongoing,pending,new,working,false,no,0,mở,đang mở,đang xử lý,đang thực hiện,đang tiến hành,đang theo dõi',
};

const outcomeByWord = new Map(
	Object.entries(outcomes).flatMap(([outcome, words]) =>
		words.split(',').map((word) => [normalizedHeader(word), outcome as keyof typeof outcomes] as const),
	),
);

/** Whether a deal's status says that it is won, lost or open; undefined if it says something else. */
export const outcomeOf = (status: string) => outcomeByWord.get(normalizedHeader(status));
