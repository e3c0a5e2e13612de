package lanehash

func fastEngines() []*engine { return nil }
