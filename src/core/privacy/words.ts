/** Words that finding names must know. Data; all in small letters and without accents. */

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** Stand in names and are none: they are never left out by themselves. */
export const NOT_NAMES: ReadonlySet<string> = new Set(
  words(`
    mr mrs ms miss mx dr doctor sir prof professor rev the of and y
    mum mummy dad daddy mother father nan nana nanna nanny gran granny grandma grandad grandpa grandfather
    grandmother aunt aunty auntie uncle carer carers foster family baby unborn child sister brother
    unknown not known none name
    ap ab ferch van von der den de da di du la le el al bin ibn bint
  `),
);

/**
 * Words of ordinary sentences that are names too, or the beginnings of names: in small letters they are
 * taken for words. Every other part of a name is left out in letters of any size.
 */
export const ORDINARY: ReadonlySet<string> = new Set(
  words(`
    a about after again all am an and any are art as ash at away bad banks bar barn barr be bed bell best big
    bill bird bishop black blue bond book both box boy brave bridge bridges brook brown bull bush but butler by
    call came can car care carer case cash cat chance chase child church clay cliff close cole con cook corn court
    cover crane cross cue dale dawn day days dean did din do don done down drew due dun early earl east ed end
    eve even ever faith fair far field fields fine fisher flower for ford fox frank free friend from frost gale
    garden gate gates gave gene get give glass go gold golden good goodman grace grant gray green grey guy had
    hall ham hand hardy has hazel he heath her here hers hill hills him his hope house how hunter i if ill in
    iris is it its ivy jack jade jean jet job joy just keen key king knight know lake lamb lance land lane large
    last late law lay lead lee left less let like lily little long lord lot love low main major man many mark
    marks marsh mason may me meal mean men mercy merry met might mike mile miles mill mine mist moon moor more
    moss most must my near neat new next nick night no noble nor north not now oak oh old olive on one only or
    our out over own page pain pal palm park parks part pass past pat patience peace pearl penny per phone pick
    pierce pike pill plan plant play poll pool poppy porter post potter power powers press price pride prince
    proper pure ran ray read real reed rest rice rich ride ring rise river rivers rob robin rock rod rose round
    row rowan royal ruby run said sale salt sam same sand sandy say school sea see self sent set shall sharp she
    short sit six sky small snow so some son south spring star stead steel still stone storm strange street
    strong such sue summer summers sun swan swift take tan teal ted tell ten than that the their them then there
    these they thin this those time to tom too took town tree trinity true turn turner two under up us van vale
    very violet wade walk walker wall walls ward was water waters way we weeks well wells went were west wet
    what wheel when white who why wild will willow win winter winters wise wish with wolf wood woods word work
    worth would yes yet you young your
    mon tue tues wed weds thu thur thurs fri sat jan january feb february mar march apr april jun june jul july
    aug august sep sept september oct october nov november dec december autumn
  `),
);

/** Months that are names, or the beginnings of names, as they stand in dates. */
export const MONTHS: ReadonlySet<string> = new Set(
  words('jan mar march apr april may jun june jul july aug august'),
);

/** Names by which one person may be called. */
export const SHORT_FORMS: readonly (readonly string[])[] = [
  'abigail abby abi gail',
  'albert al bert bertie',
  'alexander alex alec xander sandy sasha',
  'alexandra alex lexi lexie sandra sasha',
  'alfred alf alfie fred',
  'andrew andy drew',
  'anthony antony tony ant',
  'benjamin ben benji benny',
  'catherine katherine kathryn cathy kathy kate katie kat kit kitty',
  'charles charlie chas chuck',
  'charlotte charlie lottie lotty',
  'christina christine chris chrissie tina',
  'christopher chris kit topher',
  'daniel dan danny',
  'david dave davy dai',
  'deborah debbie deb',
  'dorothy dot dotty dolly',
  'edward ed eddie ted teddy ned',
  'eleanor ellie nell nelly nora',
  'elizabeth elisabeth liz lizzie beth betty bess libby eliza elsie lisa',
  'emily em emmy millie',
  'frances fran frankie',
  'francis frank frankie',
  'frederick fred freddie',
  'gabriella gabrielle gabby ella',
  'george georgie',
  'gregory greg',
  'gwendolen gwen gwenllian',
  'harold harry hal',
  'henry harry hal hank',
  'isabella isabelle isabel bella izzy belle',
  'jacob jake jay',
  'james jim jimmy jamie jem jay',
  'jennifer jen jenny',
  'jessica jess jessie',
  'john jack johnny jon ian',
  'jonathan jon jonny nathan',
  'joseph joe joey jo',
  'josephine jo josie',
  'joshua josh',
  'kimberley kim',
  'lawrence laurence larry laurie',
  'leonard len lenny leo',
  'madeleine maddie maddy',
  'margaret maggie meg megan peggy daisy greta madge marge',
  'martha mattie marty',
  'mary molly polly may mamie',
  'matthew matt matty',
  'michael mike mick mickey micky',
  'mohammed muhammad mohammad mohamed mo',
  'natalie nat',
  'nathaniel nathan nat nate',
  'nicholas nick nicky nico',
  'nicola nicky nikki',
  'oliver ollie olly noll',
  'olivia liv livvy ollie',
  'oluwaseun seun',
  'patricia pat trish tricia patsy',
  'patrick pat paddy rick',
  'peter pete',
  'philip phillip phil pip',
  'rachel rach rae shelly',
  'rebecca becky becca bex',
  'richard rich rick ricky dick richie',
  'robert rob robbie bob bobby bert',
  'ronald ron ronnie',
  'rosemary rose rosie',
  'samantha sam sammy',
  'samuel sam sammy',
  'sarah sara sally sadie',
  'sebastian seb bas',
  'stephen steven steve stevie ste',
  'susan sue susie suzie',
  'theodore theo ted teddy',
  'theresa teresa terry tess',
  'thomas tom tommy',
  'timothy tim timmy',
  'victoria vicky tori vic',
  'william will bill billy liam willy',
  'zachary zac zach zack zak',
].map(words);
