import type { CompanySize } from '@/features/companies/schema';
import type { AuthorityLevel, Rhythm } from '@/features/contacts/schema';

/** The rhythm is how often the user wants to be in contact with them. */
type SamplePerson = [name: string, jobTitle: string, authority?: AuthorityLevel | 'unknown', rhythm?: Rhythm];

export type SampleCompany = {
	name: string;
	industry: string;
	size: CompanySize;
	tags?: string[];
	domain: string;
	phone: string;
	notes?: string;
	people: SamplePerson[];
};

/** Invented companies and people; all their addresses end in example.com. */
export const sampleCompanies: SampleCompany[] = [
	{
		name: 'Acme Corp',
		industry: 'Manufacturing',
		size: '201-500',
		tags: ['Key account'],
		domain: 'acme.example.com',
		phone: '+1 202 555 0101',
		notes: 'Met at the trade fair in Ho Chi Minh City. Wants to replace three suppliers with one.',
		people: [
			['Jane Cooper', 'Chief Executive Officer', 'primary', 'monthly'],
			['Robert Fox', 'Head of Procurement', 'secondary', 'biweekly'],
			['Esther Howard', 'Operations Manager'],
			['Cody Fisher', 'IT Lead', 'influencer'],
		],
	},
	{
		name: 'Công ty Cổ phần Thủy sản Bình Minh',
		industry: 'Seafood',
		size: '201-500',
		tags: ['Key account', 'Exporter'],
		domain: 'binhminh.example.com',
		phone: '+84 28 3825 0102',
		notes: 'Xuất khẩu tôm và cá tra. Cần báo giá trước mùa vụ.',
		people: [
			['Nguyễn Thị Lan', 'Giám đốc điều hành', 'primary', 'monthly'],
			['Trần Quốc Bảo', 'Trưởng phòng mua hàng', 'secondary', 'weekly'],
			['Đặng Thị Ánh Nguyệt', 'Kế toán trưởng', 'influencer'],
			['Lê Hoàng Phúc', 'Nhân viên kinh doanh'],
		],
	},
	{
		name: 'Globex International',
		industry: 'Trade',
		size: '51-200',
		domain: 'globex.example.com',
		phone: '+44 20 7946 0103',
		people: [
			['Leslie Alexander', 'Managing Director', 'primary', 'quarterly'],
			['Guy Hawkins', 'Purchasing Manager', 'influencer'],
			['Kristin Watson', 'Assistant to the Director'],
		],
	},
	{
		name: 'Công ty TNHH Nội thất Hoa Sen',
		industry: 'Furniture',
		size: '11-50',
		tags: ['Referral'],
		domain: 'hoasen.example.com',
		phone: '+84 24 3936 0104',
		notes: 'Chủ công ty quyết định mọi việc, thích gặp trực tiếp.',
		people: [
			['Phạm Văn Đức', 'Chủ tịch', 'primary', 'monthly'],
			['Vũ Thị Hồng Hạnh', 'Trưởng phòng thiết kế', 'influencer'],
			['Bùi Minh Tuấn', 'Quản lý xưởng'],
		],
	},
	{
		name: 'Initech Software',
		industry: 'Software',
		size: '51-200',
		domain: 'initech.example.com',
		phone: '+1 202 555 0105',
		people: [
			['Wade Warren', 'Chief Technology Officer', 'primary', 'quarterly'],
			['Jenny Wilson', 'Product Manager', 'influencer'],
			['Albert Flores', 'Developer'],
		],
	},
	{
		name: 'Công ty Cổ phần Dược phẩm Ánh Dương',
		industry: 'Pharmaceuticals',
		size: '500+',
		tags: ['Key account'],
		domain: 'anhduong.example.com',
		phone: '+84 236 365 0106',
		people: [
			['Hoàng Thị Mai Phương', 'Tổng giám đốc', 'primary', 'monthly'],
			['Đỗ Xuân Trường', 'Giám đốc tài chính', 'secondary', 'quarterly'],
			['Ngô Thanh Vân', 'Trợ lý tổng giám đốc'],
			['Phan Gia Huy', 'Trưởng kho'],
		],
	},
	{
		name: 'Umbrella Logistics',
		industry: 'Logistics',
		size: '500+',
		tags: ['Contract ends soon'],
		domain: 'umbrella.example.com',
		phone: '+65 6555 0107',
		notes: 'Contract with the present supplier ends in spring.',
		people: [
			['Darlene Robertson', 'Regional Director', 'primary', 'biweekly'],
			['Jerome Bell', 'Warehouse Manager'],
			['Savannah Nguyen', 'Buyer', 'unknown'],
		],
	},
	{
		name: 'Công ty Trách nhiệm Hữu hạn Thương mại Dịch vụ Xuất nhập khẩu Nguyễn Phước Hưng Thịnh Vượng',
		industry: 'Trade',
		size: '11-50',
		tags: ['Exporter'],
		domain: 'hungthinhvuong.example.com',
		phone: '+84 292 382 0108',
		people: [
			['Nguyễn Phước Hưng', 'Giám đốc', 'primary', 'monthly'],
			['Công Tằng Tôn Nữ Thị Diễm Quỳnh', 'Phó giám đốc phụ trách xuất nhập khẩu', 'secondary'],
			['Huỳnh Ngọc Ẩn', 'Nhân viên chứng từ'],
		],
	},
	{
		name: 'Stark Engineering',
		industry: 'Engineering',
		size: '51-200',
		domain: 'stark.example.com',
		phone: '+49 30 5550 0109',
		people: [
			['Brooklyn Simmons', 'Plant Manager', 'secondary'],
			['Cameron Williamson', 'Maintenance Engineer'],
			['Marvin McKinney', 'Chief Financial Officer', 'primary', 'half_yearly'],
		],
	},
	{
		name: 'Công ty Cổ phần Bao bì Đại Phát',
		industry: 'Packaging',
		size: '201-500',
		domain: 'daiphat.example.com',
		phone: '+84 274 365 0110',
		people: [
			['Đinh Công Thành', 'Giám đốc nhà máy', 'primary', 'quarterly'],
			['Trương Thị Bích Ngọc', 'Nhân viên mua hàng'],
			['Lý Quang Khải', 'Trưởng phòng kỹ thuật', 'influencer'],
		],
	},
	{
		name: 'Wayne Retail Group',
		industry: 'Retail',
		size: '500+',
		tags: ['Referral'],
		domain: 'wayne.example.com',
		phone: '+61 2 5550 0111',
		people: [
			['Annette Black', 'Category Manager', 'influencer'],
			['Ralph Edwards', 'Chief Operating Officer', 'primary', 'half_yearly'],
			['Courtney Henry', 'Store Manager'],
			['Theresa Webb', 'Buyer'],
		],
	},
	{
		name: 'Công ty TNHH Giáo dục Đông Á',
		industry: 'Education',
		size: '1-10',
		domain: 'donga.example.com',
		phone: '+84 225 374 0112',
		notes: 'Chưa biết ai quyết định.',
		people: [
			['Dương Thị Kim Liên', 'Trưởng phòng hành chính'],
			['Mai Văn Ơn', 'Giáo vụ'],
			['Tạ Thùy Uyên', 'Kế toán'],
		],
	},
];
