/** Whom a name is usually given to; usage differs between countries and changes with time. */
export type Usual = 'she' | 'he' | 'either';

/** Where a name is common: languages and parts of the world, roughly. */
export const nameRegions = [
  'french',
  'english',
  'spanish',
  'portuguese',
  'italian',
  'germanic',
  'slavic',
  'arabic',
  'turkish',
  'west-african',
  'east-african',
  'south-asian',
  'east-asian',
  'vietnamese',
] as const;
export type NameRegion = (typeof nameRegions)[number];

interface NameList {
  readonly region: NameRegion;
  readonly she: string;
  readonly he: string;
  readonly either?: string;
}

/**
 * A small list of our own, of names that are often met: it knows few of the world's names, and says nothing about
 * any person. A name that stands in several lists belongs to each of them.
 */
const latin: readonly NameList[] = [
  {
    region: 'french',
    she: `Adèle Agathe Alice Amélie Anaïs Anne Audrey Aurélie Brigitte Capucine Caroline Cécile Céline Chantal Charlotte Chloé
      Claire Clémence Corinne Delphine Élise Élodie Émilie Emma Estelle Françoise Gaëlle Geneviève Hélène Inès Isabelle Jeanne
      Julie Juliette Justine Laure Léa Louise Lucie Madeleine Manon Margaux Marie Mathilde Mireille Monique Nathalie Nicole
      Océane Odile Pauline Sabine Sandrine Solène Sophie Stéphanie Suzanne Sylvie Thérèse Valérie Véronique Virginie Zoé`,
    he: `Adrien Alain Alexandre Antoine Arnaud Arthur Aurélien Baptiste Benoît Bernard Bruno Cédric Christophe Clément Damien
      Denis Didier Émile Éric Étienne Fabien Fabrice François Frédéric Gabriel Gaël Gérard Gilles Grégoire Guillaume Henri
      Hugo Jacques Jérôme Julien Laurent Léon Louis Luc Marc Marcel Mathieu Matthieu Maxime Michel Nicolas Olivier Pascal
      Patrick Paul Philippe Pierre Quentin Raphaël Rémi René Romain Sébastien Simon Stéphane Théo Thierry Thomas Tristan
      Vincent Xavier Yann Yves`,
    either: 'Camille Claude Dominique Frédérique Jean Maé Morgan Noa Sacha Yaël',
  },
  {
    region: 'english',
    she: `Abigail Alice Alison Amanda Amber Amy Anna Barbara Becky Beth Betty Caroline Catherine Charlotte Chloe Claire Daisy
      Deborah Diana Dorothy Eleanor Elizabeth Ella Ellen Emily Emma Erin Fiona Grace Hannah Harriet Heather Helen Holly
      Jane Janet Jennifer Jessica Joan Joanna Julia Karen Kate Katherine Laura Lauren Linda Lisa Lucy Margaret Mary Megan
      Melissa Molly Nancy Olivia Patricia Rachel Rebecca Rosie Ruth Sally Samantha Sarah Sharon Sophie Stephanie Susan
      Tracy Victoria Wendy Zoe`,
    he: `Adam Alan Alexander Andrew Anthony Arthur Ben Benjamin Bill Bob Brian Callum Charles Christopher Colin Craig Daniel
      Dave David Dennis Derek Donald Douglas Dylan Edward Ethan Frank Fred Gary Geoffrey George Graham Greg Harry Henry
      Howard Ian Jack Jacob Jake James Jason Jeff Jeremy Jim Joe John Jonathan Joseph Joshua Keith Kenneth Kevin Larry Liam
      Luke Mark Martin Matthew Michael Mike Neil Nicholas Nigel Oliver Oscar Patrick Paul Peter Philip Ralph Richard Rob
      Robert Roger Ryan Scott Simon Stephen Steve Steven Stuart Thomas Timothy Tom Tony Walter Will William`,
    either:
      'Alex Ashley Avery Cameron Casey Charlie Chris Jamie Jordan Kelly Kim Leslie Morgan Pat Quinn Riley Robin Sam Taylor',
  },
  {
    region: 'spanish',
    she: `Adriana Alba Alejandra Alicia Ana Ángela Beatriz Blanca Carla Carmen Carolina Catalina Cecilia Clara Claudia
      Consuelo Cristina Daniela Elena Elisa Esperanza Esther Eva Fernanda Gabriela Gloria Graciela Inés Irene Isabel
      Jimena Juana Julia Laura Leticia Lola Lorena Lucía Luisa Magdalena Manuela Margarita María Mariana Marta Mercedes
      Mónica Natalia Noelia Nuria Olga Paloma Paola Patricia Paula Pilar Raquel Rocío Rosa Rosario Sara Silvia Sofía
      Sonia Susana Teresa Valentina Valeria Verónica Victoria Ximena Yolanda`,
    he: `Agustín Alberto Alejandro Alfonso Alfredo Álvaro Andrés Ángel Antonio Arturo Carlos César Cristian Daniel David
      Diego Eduardo Emilio Enrique Ernesto Esteban Felipe Fernando Francisco Gabriel Gerardo Gonzalo Guillermo Gustavo
      Héctor Hugo Ignacio Iván Jaime Javier Jesús Joaquín Jorge José Juan Julio Leonardo Luis Manuel Marcos Mario Martín
      Mateo Mauricio Miguel Nicolás Óscar Pablo Pedro Rafael Ramón Raúl Ricardo Roberto Rodrigo Rubén Salvador Santiago
      Sergio Tomás Vicente Víctor`,
    either: 'Guadalupe Trinidad Cruz',
  },
  {
    region: 'portuguese',
    she: `Adriana Aline Amanda Ana Bárbara Beatriz Bianca Bruna Camila Carla Carolina Catarina Clara Cláudia Cristina Daniela
      Débora Eduarda Elisa Fabiana Fátima Fernanda Flávia Francisca Gabriela Helena Inês Isabel Isabela Jéssica Joana Júlia
      Juliana Lara Larissa Laura Letícia Lívia Luana Lúcia Luísa Luiza Manuela Mariana Marina Marta Natália Patrícia Paula
      Rafaela Raquel Renata Rita Rosana Sandra Sílvia Simone Sofia Sônia Tânia Tatiana Teresa Thaís Vanessa Vitória`,
    he: `Afonso Alexandre André Antônio António Arthur Bernardo Bruno Caio Carlos Cláudio Daniel Diego Duarte Eduardo Fábio
      Felipe Fernando Filipe Flávio Francisco Gabriel Gonçalo Guilherme Gustavo Heitor Henrique Hugo Igor João Joaquim Jorge
      José Leandro Leonardo Lucas Luís Luiz Manuel Marcelo Márcio Marco Marcos Mário Mateus Maurício Miguel Nuno Otávio Paulo
      Pedro Rafael Renato Ricardo Roberto Rodrigo Rogério Rui Samuel Sérgio Thiago Tiago Tomás Vasco Vinícius Vítor`,
    either: 'Darci Juraci',
  },
  {
    region: 'italian',
    she: 'Alessandra Alessia Antonella Barbara Bianca Caterina Chiara Elena Elisa Federica Francesca Giada Giorgia Giovanna Giulia Ilaria Laura Lucia Maria Martina Paola Roberta Rosa Sara Silvia Simona Valentina',
    he: 'Alessandro Andrea Antonio Carlo Claudio Davide Domenico Enrico Fabio Federico Filippo Francesco Giacomo Giancarlo Giorgio Giovanni Giuseppe Lorenzo Luca Luigi Marco Mario Massimo Matteo Paolo Pietro Roberto Salvatore Stefano Vincenzo',
  },
  {
    region: 'germanic',
    she: 'Anke Anna Astrid Birgit Britta Elke Elsa Emma Freya Greta Hanna Heike Helga Ilse Inga Ingrid Johanna Karin Katharina Katrin Lena Lotte Maja Marlene Mia Monika Petra Saskia Sigrid Silke Sofie Ulrike Ursula Ylva',
    he: 'Anders Andreas Axel Bjorn Christoph Dieter Dirk Emil Erik Ernst Felix Florian Friedrich Fritz Georg Gunnar Gunther Hans Heinrich Henrik Horst Jan Jens Joachim Johan Johannes Jonas Jurgen Karl Klaus Lars Ludwig Lukas Magnus Matthias Maximilian Niklas Nils Olaf Oskar Otto Pieter Rolf Stefan Sven Tobias Ulrich Uwe Werner Wolfgang',
    either: 'Kim Robin Toni',
  },
  {
    region: 'slavic',
    she: 'Agnieszka Aleksandra Anastasia Anna Bozena Daria Darya Dominika Ekaterina Elena Eva Ewa Galina Ilona Irina Ivana Jana Jelena Joanna Katarzyna Ksenia Larisa Ludmila Magdalena Malgorzata Marina Milena Milica Monika Nadezhda Natalia Natasha Nina Oksana Oleksandra Olena Olga Polina Svetlana Tamara Tatiana Tatyana Tetiana Valentina Vera Yelena Yulia Zofia Zuzana',
    he: 'Aleksander Alexei Andrei Andrzej Anatoly Bogdan Boris Dmitri Dmitry Dragan Fyodor Goran Grigory Grzegorz Igor Ilya Ivan Jakub Jan Jaroslav Kirill Konstantin Krzysztof Leonid Marek Maxim Mikhail Milan Miroslav Nikita Nikolai Oleg Oleksandr Pavel Pawel Petr Piotr Roman Ruslan Sergei Stanislav Taras Tomasz Vadim Vasily Viktor Vitaly Vlad Vladimir Volodymyr Wojciech Yuri Zoran',
    either: 'Sasha Zhenya',
  },
  {
    region: 'arabic',
    she: 'Aïcha Aisha Amal Amina Amira Asma Assia Dalila Fadila Farida Fatiha Fatima Fatma Hafsa Halima Hanane Hayat Houda Imane Jamila Kenza Khadija Khadidja Laila Lamia Latifa Leila Leïla Lina Malika Mariam Maryam Meriem Meryem Mouna Nabila Nadia Naima Najat Nawal Rabia Rachida Rania Rim Saïda Salma Samia Samira Sana Sara Selma Siham Soraya Souad Soumia Warda Yasmina Yasmine Zahra Zaïnab Zainab Zineb Zohra',
    he: 'Abdallah Abdelkader Abdullah Abderrahmane Adel Adil Ahmed Ahmad Ali Amine Anis Ayoub Aziz Bachir Bilal Brahim Driss Fares Farid Fouad Habib Hakim Hamid Hamza Hassan Hicham Hussein Ibrahim Idriss Ismail Jalal Jamal Kamal Karim Khaled Khalid Larbi Mahmoud Malik Mehdi Mohamed Mohammed Mokhtar Mounir Mourad Mustafa Mustapha Nabil Nadir Nasser Omar Osama Rachid Rafik Ramzi Rashid Reda Riad Sadek Said Salah Salim Samir Sofiane Tarek Tariq Walid Yacine Yassine Younes Youssef Yusuf Zakaria Ziad',
    either: 'Ihsan Nour Rida Sabah',
  },
  {
    region: 'turkish',
    she: 'Aylin Aynur Ayşe Beyza Büşra Defne Ebru Elif Emine Esra Fatma Gizem Gül Hatice Hülya Melek Meltem Merve Nazlı Özge Pınar Selin Sevgi Sibel Şule Tuba Yasemin Zehra Zeynep',
    he: 'Ahmet Ali Arda Burak Cem Emre Enes Erdem Fatih Furkan Hakan Halil Hasan Hüseyin İbrahim Kemal Kerem Mehmet Mert Murat Mustafa Oğuz Okan Orhan Osman Ömer Selim Serkan Tolga Umut Volkan Yusuf',
    either: 'Deniz Evren Umay',
  },
  {
    region: 'west-african',
    she: 'Abena Adaeze Adama Adjoa Afia Aissata Aïssatou Akosua Ama Aminata Astou Awa Ayodele Bintou Chiamaka Chioma Coumba Dado Diarra Djeneba Efua Esi Fanta Fatou Fatoumata Folake Hawa Kadiatou Khady Mariama Mariame Nana Ndeye Ngozi Nkechi Oumou Penda Ramata Rokia Salimata Sira Yaa Yacine Yemi',
    he: 'Abdoulaye Abubakar Amadou Babacar Bakary Boubacar Chidi Chinedu Cheikh Diallo Djibril Emeka Femi Ibrahima Idrissa Ikenna Issa Kofi Kojo Kwabena Kwaku Kwame Lamine Mamadou Modou Moussa Obinna Olumide Oumar Ousmane Seydou Sékou Souleymane Tidiane Tunde Uche Yaw Youssouf',
    either: 'Adama Ayo Dayo Tobi',
  },
  {
    region: 'east-african',
    she: 'Achieng Akinyi Aster Atieno Chipo Grâce Hirut Imani Kagiso Lerato Makena Naledi Njeri Nomvula Ntombi Nyambura Rahel Selam Thandi Thandiwe Tsehay Wambui Wangari Wanjiru Zanele Zuri',
    he: 'Abebe Bekele Bongani Dawit Getachew Hakizimana Juma Kamau Kipchoge Kiprono Mandla Mwangi Njoroge Ochieng Odhiambo Otieno Sipho Sizwe Tadesse Tesfaye Thabo Themba Wanjala Yohannes',
    either: 'Baraka Chausiku Kagiso Neema',
  },
  {
    region: 'south-asian',
    she: 'Aaradhya Aditi Aishwarya Ananya Anita Anjali Aparna Asha Deepika Devi Divya Gita Indira Isha Jaya Kavita Kiara Lakshmi Lalita Meena Meera Neha Nisha Nusrat Padma Parvati Pooja Priya Radha Rekha Roopa Sangeeta Sarita Shreya Sita Smita Sneha Sunita Sushma Swati Tanvi Uma Vidya',
    he: 'Aarav Abhishek Ajay Akash Amit Anand Anil Arjun Arun Ashok Deepak Dinesh Ganesh Gopal Hari Imran Jayesh Karan Kumar Mahesh Manoj Mohan Mukesh Naveen Nikhil Prakash Praveen Rahul Raj Rajesh Rakesh Ramesh Ravi Rohan Rohit Sachin Sandeep Sanjay Shahid Sunil Suresh Tanmay Vijay Vikram Vinod Vishal Vivek Zahid',
    either: 'Jaspreet Harpreet Kiran Manpreet Shashi',
  },
  {
    region: 'east-asian',
    she: 'Aiko Akiko Ayumi Chunhua Emiko Fang Hana Haruka Hyejin Jiyeon Keiko Lanying Meiling Mei Michiko Minji Minseo Miyuki Naomi Sakura Seoyeon Soojin Xiaohong Xiaoli Xiaomei Xiuying Yoko Yuki Yumi Yuna',
    he: 'Akira Daiki Daisuke Guoqiang Haruto Hideo Hiroshi Jaehyun Jianguo Jihoon Junho Kazuo Kenji Kenta Makoto Minho Minjun Seojun Sho Takashi Takeshi Weimin Xiaoming Yoshio Yuto Zhiwei Zhiming',
    either: 'Akemi Jiwoo Lihua Ming Wei Xiaoyu Yue',
  },
  {
    region: 'vietnamese',
    she: 'Diep Hien Hoa Hong Huong Lan Linh Loan Mai Ngoc Nga Nhung Phuong Quyen Thao Thi Trang Trinh Tuyet Xuan Yen',
    he: 'Bao Cuong Dung Duc Hai Hieu Hoang Hung Huy Khoa Minh Nghia Phong Phuc Quang Thang Thanh Tien Trung Tuan Viet',
    either: 'Anh Khanh Kim Tam',
  },
];

/** In Russian, with their endings. */
const cyrillic: readonly NameList[] = [
  {
    region: 'slavic',
    she: 'Александра Алина Алла Анастасия Ангелина Анна Валентина Валерия Варвара Вера Вероника Виктория Галина Дарья Диана Евгения Екатерина Елена Елизавета Жанна Зинаида Зоя Инна Ирина Карина Катя Кира Ксения Лариса Лена Лидия Людмила Маргарита Марина Мария Маша Надежда Настя Наталья Наташа Нина Оксана Оля Ольга Полина Раиса Светлана София Таня Тамара Татьяна Ульяна Юлия Яна',
    he: 'Александр Алексей Анатолий Андрей Антон Артём Борис Вадим Валерий Василий Виктор Виталий Владимир Владислав Вячеслав Геннадий Георгий Глеб Григорий Даниил Денис Дмитрий Евгений Егор Иван Игорь Илья Кирилл Константин Лев Леонид Максим Матвей Михаил Никита Николай Олег Павел Пётр Роман Руслан Семён Сергей Станислав Степан Тимофей Фёдор Юрий Ярослав',
    either: 'Женя Саша',
  },
  {
    region: 'arabic',
    she: 'Амина Айша Лейла Фатима Зарина Гульнара Алия',
    he: 'Ахмед Али Мухаммед Ибрагим Рашид Тимур Рустам Ильдар',
  },
];

/** Names that are words, places or months too: they count where a word would not be written with a capital. */
const words =
  `Amber Angel Ángel Art Bill Blanca Bob Bruno Ama Capucine Duc Clara Claire Cruz Daisy Dado Devi Dolores Dung Esperanza Fang Florence
  Frank Gloria Grace Grâce Grant Hari Heather Holly Hong Imani Iris Jack Jade Jesús Juma Justine Lan Lara Laure Leon Luc Luz
  Mai Magdalena Marc Margarita Mark May Mei Melissa Mercedes Ming Nana Noa Olive Oscar Óscar Pat Paloma Pascal Pierre Pilar
  Ralph Raj Rich Rita Robin Rocío Rosa Rosario Rose Ruth Sabine Sally Sam Sana Santiago Salvador Scott Selim Sho Simone Sofia
  Taylor Thi Tom Tony Trinidad Uma Vera Victoria Violette Virginie Virginia Warda Wei Will Yen Вера Надежда Лев Роман`.split(
    /\s+/,
  );

export interface KnownName {
  readonly usual: Usual;
  readonly regions: readonly NameRegion[];
  readonly isWord: boolean;
}

/** Without accents and in small letters: "jose" is José. Cyrillic keeps its й. */
export const foldName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/(?<=[\p{Script=Latin}])\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll('ı', 'i');

/** Endings that a Russian name takes: "Анны", "Иваном". */
function russianForms(name: string): string[] {
  const stem = name.slice(0, -1);
  const last = name.at(-1) ?? '';
  if (last === 'а') return ['а', 'ы', 'и', 'е', 'у', 'ой', 'ою'].map((end) => stem + end);
  if (last === 'я') return ['я', 'и', 'е', 'ю', 'ей', 'ею'].map((end) => stem + end);
  if (last === 'й' || last === 'ь') return [last, 'я', 'ю', 'ем', 'е', 'и'].map((end) => stem + end);
  return ['', 'а', 'у', 'ом', 'е'].map((end) => name + end);
}

/** All names that are known, by their folded form. */
export const knownNames: ReadonlyMap<string, KnownName & { readonly name: string }> = readLists();

function readLists() {
  const known = new Map<string, KnownName & { readonly name: string }>();
  const isWord = new Set(words.map(foldName));
  const add = (form: string, name: string, usual: Usual, region: NameRegion) => {
    const earlier = known.get(form);
    known.set(form, {
      name: earlier?.name ?? name,
      usual: earlier === undefined || earlier.usual === usual ? usual : 'either',
      regions: [...new Set([...(earlier?.regions ?? []), region])],
      isWord: isWord.has(foldName(name)),
    });
  };
  for (const list of [...latin, ...cyrillic])
    for (const usual of ['she', 'he', 'either'] as const)
      for (const name of (list[usual] ?? '').split(/\s+/).filter(Boolean))
        for (const form of /\p{Script=Cyrillic}/u.test(name) ? russianForms(name) : [name])
          add(foldName(form), name, usual, list.region);
  return known;
}
