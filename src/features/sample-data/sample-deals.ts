import type { DealRole } from '@/features/deals/schema';
import type { DealRow } from '@/features/deals/server/deal-queries';

/** A stage and for how many days ago a deal came to it. */
type StageStep = [stage: DealRow['stage'], daysAgo: number];

export type SampleDeal = {
	name: string;
	company: string;
	person?: string;
	/** The roles of those who take part, of the person above too. */
	roles?: [person: string, role: DealRole][];
	/** In whole US dollars; `amountIn` brings it to the account's currency. */
	dollars: number;
	/** The stages it went through; the last is the present one. */
	path: [StageStep, ...StageStep[]];
	/** In how many days; negative if that day has passed. */
	closesIn?: number;
	ownProbability?: number;
	lostReason?: string;
	notes?: string;
};

/** Invented deals with the sample companies, in each column from top to bottom. */
export const sampleDeals: SampleDeal[] = [
	{
		name: 'Warehouse shelving for the new site',
		company: 'Umbrella Logistics',
		person: 'Jerome Bell',
		dollars: 18_500,
		path: [['prospecting', 3]],
		closesIn: 45,
	},
	{
		name: 'Phần mềm quản lý học viên',
		company: 'Công ty TNHH Giáo dục Đông Á',
		person: 'Dương Thị Kim Liên',
		dollars: 2_400,
		path: [['prospecting', 8]],
		notes: 'Chưa rõ ngân sách năm nay.',
	},
	{
		name: 'Store displays, first batch',
		company: 'Wayne Retail Group',
		person: 'Annette Black',
		dollars: 9_800,
		path: [['prospecting', 12]],
		closesIn: 60,
	},
	{
		name: 'Máy đóng gói dây chuyền 2',
		company: 'Công ty Cổ phần Bao bì Đại Phát',
		person: 'Lý Quang Khải',
		dollars: 26_000,
		path: [['prospecting', 34]],
		closesIn: -6,
	},
	{
		name: 'Three-year supply agreement',
		company: 'Acme Corp',
		person: 'Robert Fox',
		roles: [
			['Robert Fox', 'champion'],
			['Jane Cooper', 'decision_maker'],
			['Cody Fisher', 'blocker'],
		],
		dollars: 120_000,
		path: [
			['prospecting', 30],
			['qualification', 5],
		],
		closesIn: 75,
		notes: 'One supplier instead of three. The fair in Ho Chi Minh City was the beginning of it.',
	},
	{
		name: 'Hệ thống kho lạnh',
		company: 'Công ty Cổ phần Thủy sản Bình Minh',
		person: 'Trần Quốc Bảo',
		roles: [
			['Nguyễn Thị Lan', 'decision_maker'],
			['Trần Quốc Bảo', 'champion'],
			['Lê Hoàng Phúc', 'user'],
		],
		dollars: 48_000,
		path: [
			['prospecting', 41],
			['qualification', 16],
		],
		closesIn: 26,
	},
	{
		name: 'Licences for the support team',
		company: 'Initech Software',
		person: 'Jenny Wilson',
		dollars: 7_200,
		path: [
			['prospecting', 22],
			['qualification', 9],
		],
		closesIn: 18,
	},
	{
		name: 'Thiết bị đo cho kho thuốc',
		company: 'Công ty Cổ phần Dược phẩm Ánh Dương',
		person: 'Phan Gia Huy',
		dollars: 15_600,
		path: [
			['prospecting', 58],
			['qualification', 37],
		],
		closesIn: -3,
	},
	{
		name: 'Spare parts contract',
		company: 'Stark Engineering',
		person: 'Brooklyn Simmons',
		dollars: 33_000,
		path: [
			['prospecting', 40],
			['qualification', 25],
			['proposal', 6],
		],
		closesIn: 21,
	},
	{
		name: 'Nội thất văn phòng mẫu',
		company: 'Công ty TNHH Nội thất Hoa Sen',
		person: 'Vũ Thị Hồng Hạnh',
		dollars: 5_400,
		path: [
			['prospecting', 27],
			['proposal', 11],
		],
		closesIn: 10,
		ownProbability: 60,
	},
	{
		name: 'Regional freight tender',
		company: 'Umbrella Logistics',
		person: 'Darlene Robertson',
		dollars: 86_000,
		path: [
			['prospecting', 70],
			['qualification', 52],
			['proposal', 19],
		],
		closesIn: 110,
		notes: 'Their present contract ends in spring; the tender closes before that.',
	},
	{
		name: 'Annual trade goods order',
		company: 'Globex International',
		person: 'Leslie Alexander',
		dollars: 64_000,
		path: [
			['prospecting', 63],
			['qualification', 48],
			['proposal', 24],
			['negotiation', 4],
		],
		closesIn: 7,
	},
	{
		name: 'Hợp đồng xuất khẩu quý tới',
		company: 'Công ty Trách nhiệm Hữu hạn Thương mại Dịch vụ Xuất nhập khẩu Nguyễn Phước Hưng Thịnh Vượng',
		person: 'Công Tằng Tôn Nữ Thị Diễm Quỳnh',
		dollars: 41_500,
		path: [
			['prospecting', 55],
			['qualification', 39],
			['proposal', 20],
			['negotiation', 8],
		],
		closesIn: 14,
		ownProbability: 85,
	},
	{
		name: 'Packaging for the spring range',
		company: 'Wayne Retail Group',
		person: 'Ralph Edwards',
		dollars: 22_000,
		path: [
			['qualification', 80],
			['proposal', 50],
			['negotiation', 29],
		],
		closesIn: -10,
	},
	{
		name: 'Maintenance plan',
		company: 'Stark Engineering',
		person: 'Marvin McKinney',
		dollars: 12_000,
		path: [
			['prospecting', 66],
			['qualification', 51],
			['proposal', 33],
			['negotiation', 20],
			['closed_won', 5],
		],
		closesIn: -2,
	},
	{
		name: 'Bao bì xuất khẩu cá tra',
		company: 'Công ty Cổ phần Thủy sản Bình Minh',
		person: 'Nguyễn Thị Lan',
		dollars: 29_000,
		path: [
			['prospecting', 104],
			['qualification', 90],
			['proposal', 71],
			['negotiation', 55],
			['closed_won', 42],
		],
		closesIn: -45,
	},
	{
		name: 'Office move',
		company: 'Initech Software',
		person: 'Wade Warren',
		dollars: 8_600,
		path: [
			['prospecting', 49],
			['qualification', 35],
			['proposal', 28],
			['closed_lost', 13],
		],
		closesIn: -15,
		lostReason: 'They stay where they are for another year.',
	},
	{
		name: 'Tủ trưng bày nhà thuốc',
		company: 'Công ty Cổ phần Dược phẩm Ánh Dương',
		dollars: 17_500,
		path: [
			['prospecting', 120],
			['qualification', 101],
			['proposal', 88],
			['negotiation', 79],
			['closed_lost', 67],
		],
		closesIn: -60,
		lostReason: 'Giá cao hơn đối thủ.',
	},
];
