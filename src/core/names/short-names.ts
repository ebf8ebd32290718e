/** Given names and what people who bear them are called; the first of a row is what the others stand for. */
const rows = `
  robert bob bobby rob robbie bert
  william bill billy will willie liam
  richard dick rick ricky rich
  james jim jimmy jamie
  john jack johnny
  elizabeth liz lizzie beth betty eliza elsie
  margaret maggie meg peggy greta
  katherine kate katie kathy catherine cathy katharine kathryn
  michael mike mick mickey
  edward ed eddie ted teddy ned
  charles charlie chuck
  thomas tom tommy
  joseph joe joey
  daniel dan danny
  david dave davey
  benjamin ben benny
  samuel sam sammy
  alexander alex sasha sandy xander aleksandr alexandr
  nicholas nick nicky nicolas
  anthony tony antony
  christopher chris kit
  stephen steve steven
  matthew matt
  andrew andy drew
  gregory greg
  jeffrey jeff geoffrey geoff
  kenneth ken kenny
  lawrence larry laurie
  ronald ron ronnie
  timothy tim
  patrick pat paddy
  peter pete
  francis frank frankie
  frederick fred freddie
  harold harry hal
  henry hank
  leonard leo len lenny
  raymond ray
  donald don donny
  philip phil
  walter walt wally
  albert al bertie
  susan sue susie
  jennifer jen jenny
  deborah deb debbie
  patricia patty tricia
  rebecca becky
  victoria vicky tory
  theresa terry tess
  dorothy dot dolly
  vladimir volodya vova
  mikhail misha
  dmitry dima
  yevgeny zhenya
  jose pepe
  francisco paco pancho
  johannes hans
  friedrich fritz
  giuseppe beppe
  giovanni gianni`

const whole = new Map(
  rows
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [name = '', ...others] = row.trim().split(' ')
      return [name, ...others].map((one): [string, string] => [one, name])
    }),
)

/** Whether one given name is short for the other, or both are for a third: “Bob” and “Robert”. */
export const areOneGivenName = (one: string, other: string): boolean => {
  const name = whole.get(one)
  return name !== undefined && name === whole.get(other)
}
