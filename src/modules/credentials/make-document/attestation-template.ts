/**
 * The attestation on one page of A4, in Typst. Everything that is read comes in as texts (`documentData`); what grows long
 * makes the whole smaller, until it fits.
 */
export const attestationTemplate = String.raw`
#let data = json(bytes(sys.inputs.data))
#let start = if data.dir == "rtl" { right } else { left }
#let ink = rgb("#1b2a33")
#let soft = rgb("#52616b")
#let bridge = rgb("#0f5c6e")
#let saffron = rgb("#c77d12")
#let rule-colour = rgb("#e2d9c9")
#let panel = rgb("#f3eee4")
#set document(title: data.documentTitle, author: data.site, date: datetime(
  year: data.issued.at(0), month: data.issued.at(1), day: data.issued.at(2)))
#set page("a4", margin: (x: 21mm, top: 19mm, bottom: 17mm))
#set text(font: data.fonts, fill: ink, lang: data.lang, dir: if data.dir == "rtl" { rtl } else { ltr }, hyphenate: false)
#set par(leading: 0.62em, spacing: 0.62em)
#set align(start)
#show heading: it => block(above: 0pt, below: 0pt, it.body)

#let ltr-text(it) = box[#set text(dir: ltr); #it]
#let foreign(it, lang, dir) = text(lang: lang, dir: if dir == "rtl" { rtl } else { ltr })[#align(start, it)]

#let arc = box(width: 30pt, height: 20pt, {
  place(top + left, curve(stroke: (paint: bridge, thickness: 2.6pt, cap: "round"),
    curve.move((2pt, 17pt)), curve.cubic((6pt, 1pt), (24pt, 1pt), (28pt, 17pt))))
  place(top + left, line(start: (1pt, 18pt), end: (29pt, 18pt), stroke: (paint: ink, thickness: 1.2pt, cap: "round")))
  place(top + left, dx: 12.4pt, dy: 3pt, circle(radius: 2.6pt, fill: saffron))
})

#let masthead = grid(columns: (auto, 1fr), column-gutter: 9pt, align: (start + horizon, start + horizon),
  arc, text(weight: 700, size: 13pt, data.site))

#let label(it, k) = text(size: 8.6pt * k, fill: soft, weight: 700, it)

#let fact(each, k) = stack(spacing: 5.5pt * k, label(each.term, k), text(size: 10.6pt * k, each.value))

#let bullet(item, k) = grid(columns: (10pt * k, 1fr),
  pad(top: 3.2pt * k, circle(radius: 1.9pt * k, fill: saffron)),
  foreign(text(size: 10.2pt * k, item), data.courseLang, data.courseDir))

#let listing(title, items, more, k) = stack(spacing: 6.5pt * k,
  label(title, k), ..items.map(item => bullet(item, k)),
  ..if more != none { (text(size: 9pt * k, fill: soft, more),) })

#let body(k) = {
  heading(level: 1, text(size: data.kindSize * 1pt * k, weight: 700, fill: bridge, data.kind))
  if data.sample != none { v(9pt * k); text(size: 13pt * k, weight: 700, fill: saffron, data.sample) }
  v(21pt * k)
  text(size: 11pt * k, fill: soft, data.givenTo)
  v(6pt * k)
  foreign(text(size: data.nameSize * 1pt * k, weight: 700, data.name), data.lang, data.nameDir)
  v(11pt * k)
  text(size: 11pt * k, fill: soft, data.completed)
  v(6pt * k)
  foreign(text(size: data.titleSize * 1pt * k, weight: 700, data.title), data.courseLang, data.courseDir)
  v(6pt * k)
  text(size: 11.5pt * k, data.providers)
  v(17pt * k)
  line(length: 100%, stroke: 0.7pt + rule-colour)
  v(13pt * k)
  grid(columns: (1fr, 1fr), column-gutter: 22pt, row-gutter: 13pt * k, ..data.facts.map(each => fact(each, k)))
  v(17pt * k)
  let lists = ()
  if data.sections.len() > 0 { lists.push(listing(data.sectionsTitle, data.sections, data.moreSections, k)) }
  if data.competencies.len() > 0 {
    lists.push(listing(data.competenciesTitle, data.competencies, data.moreCompetencies, k))
  }
  if lists.len() == 1 { lists.at(0) }
  if lists.len() == 2 { grid(columns: (1fr, 1fr), column-gutter: 22pt, ..lists) }
}

#let foot = block(width: 100%, fill: panel, radius: 9pt, inset: 12pt, grid(
  columns: (30mm, 1fr), column-gutter: 14pt, align: (start, start + horizon),
  box(fill: white, radius: 4pt, image(bytes(data.qr), format: "svg", width: 30mm, alt: data.qrLabel)),
  stack(spacing: 7pt,
    text(size: 11.5pt, weight: 700, data.verify),
    link(data.address, text(size: 9.4pt, fill: bridge, ltr-text(data.addressShown))),
    label(data.numberTitle, 1),
    text(size: 12pt, weight: 700, tracking: 0.4pt, ltr-text(data.number)),
    text(size: 8.6pt, fill: soft, data.issuedBy + " " + data.limits),
    ..if data.unprintable != none { (text(size: 8.6pt, data.unprintable),) },
  ),
))

// It stands on the ground of the foot, behind what is written.
#let bridge-over(width) = box(width: width, height: 96pt, {
  place(top + left, curve(stroke: (paint: rgb("#e1eff1"), thickness: 5pt),
    curve.move((6pt, 96pt)), curve.cubic((width * 0.16, 2pt), (width * 0.84, 2pt), (width - 6pt, 96pt))))
  place(top + left, dx: width / 2 - 7pt, dy: 18.5pt, circle(radius: 7pt, fill: rgb("#fdf0d9")))
})

#layout(size => {
  let room = size.height - measure(masthead).height - measure(block(width: size.width, foot)).height - 62pt
  let fits(k) = measure(block(width: size.width, body(k))).height <= room
  let k = (1.2, 1.13, 1.06, 1.0, 0.93, 0.86, 0.79, 0.72, 0.66, 0.6, 0.54, 0.48).find(fits)
  block(height: size.height, width: size.width, {
    place(bottom + left, dy: -measure(block(width: size.width, foot)).height, bridge-over(size.width))
    place(bottom + start, foot)
    masthead
    v(34pt)
    body(if k == none { 0.42 } else { k })
  })
})
`;
