/** Family names of China, Korea and Vietnam in letters, where these stand before the given name (“Xi Jinping”). */
const families = new Set(
  `an bai bao cai cao chang chen cheng chiang choi cho chu cui dai deng ding dong du duan fan fang feng fu gao gu guo han hao he hong hou
  hu huang jang jeong ji jia jiang jin jung kang kim kong kuo kwon lai lee lei li liang liao lim lin liu long lu luo lü ma mao meng moon
  nguyen ngo oh pak pan park peng pham phan qi qian qiao qin qiu ren rhee ryu seo shao shen shi shin sin so son song su sun tan tang tao
  tian tran tsai wan wang wei wen wu xi xia xiang xiao xie xiong xu xue yan yang yao ye yeo yi yin yoon you yu yuan yun zeng zhang zhao
  zheng zhong zhou zhu zhuge bui dang dinh do ho hoang le ly trinh truong vo vu vuong hwang ahn bae`.split(
    /\s+/,
  ),
)

/** Whether a name may begin with the family name. @param word in small letters without accents */
export const isFamilyFirst = (word: string): boolean => families.has(word)
