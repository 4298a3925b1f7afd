/**
 * Places so large that the name of one tells no house: towns and cities of England and Wales, and counties.
 * Every other place in an address is taken for a village, and is as private as the street. Data.
 */

const places = (text: string): string[] =>
  text
    .split(/[\n,]+/)
    .map((place) => place.trim())
    .filter(Boolean);

/** In small letters and without accents. */
export const LARGE_PLACES: ReadonlySet<string> = new Set(
  places(`
    england, wales, scotland, united kingdom, great britain, uk, gb
    york, city of york, leeds, bradford, sheffield, hull, kingston upon hull, wakefield, huddersfield, halifax, harrogate
    doncaster, rotherham, barnsley, middlesbrough, scarborough, selby, thirsk, northallerton, ripon, malton, whitby, skipton
    goole, beverley, bridlington, keighley, dewsbury, pontefract, castleford, batley, wetherby, tadcaster, pickering
    newcastle, newcastle upon tyne, sunderland, gateshead, durham, darlington, hartlepool, stockton-on-tees, stockton
    redcar, south shields, north shields, blyth, cramlington, hexham, alnwick, morpeth, washington
    manchester, salford, bolton, bury, oldham, rochdale, stockport, wigan, warrington, liverpool, birkenhead, bootle
    st helens, southport, runcorn, widnes, chester, crewe, macclesfield, preston, blackpool, blackburn, burnley, lancaster
    accrington, chorley, leyland, morecambe, carlisle, barrow-in-furness, kendal, penrith, whitehaven, workington
    birmingham, coventry, wolverhampton, walsall, dudley, west bromwich, solihull, sutton coldfield, stourbridge, halesowen
    stoke-on-trent, stoke, stafford, burton upon trent, tamworth, cannock, lichfield, newcastle-under-lyme, telford
    shrewsbury, oswestry, hereford, worcester, redditch, kidderminster, bromsgrove, nuneaton, rugby, warwick
    leamington spa, royal leamington spa, stratford-upon-avon, leicester, loughborough, hinckley, nottingham, mansfield
    newark, newark-on-trent, worksop, derby, chesterfield, ilkeston, buxton, lincoln, grimsby, scunthorpe, boston
    grantham, northampton, kettering, corby, wellingborough, daventry, peterborough, cambridge, huntingdon, wisbech, ely
    norwich, king's lynn, kings lynn, great yarmouth, thetford, ipswich, lowestoft, bury st edmunds, felixstowe, colchester
    chelmsford, southend-on-sea, southend, basildon, harlow, braintree, clacton-on-sea, brentwood, grays, bedford, luton
    dunstable, watford, st albans, hemel hempstead, stevenage, hatfield, hertford, welwyn garden city, cheshunt
    london, greater london, croydon, bromley, ealing, enfield, barnet, harrow, hillingdon, hounslow, kingston
    kingston upon thames, richmond, sutton, merton, wandsworth, lambeth, southwark, lewisham, greenwich, bexley, havering
    romford, ilford, redbridge, newham, hackney, islington, camden, westminster, hammersmith, brent, wembley, haringey
    tottenham, walthamstow, barking, dagenham, tower hamlets
    oxford, banbury, bicester, abingdon, witney, didcot, milton keynes, aylesbury, high wycombe, slough, reading
    bracknell, wokingham, maidenhead, windsor, newbury, basingstoke, farnborough, aldershot, winchester, southampton
    portsmouth, eastleigh, fareham, gosport, havant, andover, guildford, woking, camberley, epsom, redhill, reigate
    crawley, horsham, worthing, brighton, hove, brighton and hove, eastbourne, hastings, bexhill, bognor regis, chichester
    haywards heath, maidstone, gillingham, chatham, rochester, dartford, gravesend, canterbury, ashford, folkestone, dover
    margate, ramsgate, tonbridge, tunbridge wells, royal tunbridge wells, sevenoaks, sittingbourne
    bristol, bath, swindon, gloucester, cheltenham, stroud, salisbury, trowbridge, chippenham, weston-super-mare, taunton
    yeovil, bridgwater, exeter, plymouth, torquay, paignton, torbay, barnstaple, exmouth, newton abbot, truro, falmouth
    penzance, camborne, redruth, st austell, newquay, bournemouth, poole, weymouth, dorchester, christchurch
    cardiff, swansea, newport, wrexham, barry, neath, port talbot, llanelli, bridgend, cwmbran, merthyr tydfil, caerphilly
    bangor, rhyl, aberystwyth, carmarthen
    yorkshire, north yorkshire, west yorkshire, south yorkshire, east riding of yorkshire, east yorkshire, north yorks
    w yorks, s yorks, n yorks, tyne and wear, northumberland, county durham, co durham, cleveland, teesside, cumbria
    lancashire, lancs, greater manchester, merseyside, cheshire, staffordshire, staffs, west midlands, warwickshire
    worcestershire, herefordshire, shropshire, derbyshire, nottinghamshire, notts, leicestershire, leics, rutland
    lincolnshire, lincs, northamptonshire, northants, cambridgeshire, cambs, norfolk, suffolk, essex, bedfordshire, beds
    hertfordshire, herts, buckinghamshire, bucks, oxfordshire, oxon, berkshire, berks, hampshire, hants, surrey, sussex
    east sussex, west sussex, kent, middlesex, gloucestershire, glos, wiltshire, wilts, somerset, avon, dorset, devon
    cornwall, isle of wight, gwynedd, clwyd, dyfed, powys, gwent, testshire
  `),
);
