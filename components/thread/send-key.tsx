'use client'
import { useState } from 'react'

/** The key a message is sent under: the one its form was opened with, however often the page is looked at again. */
export function SendKey({ value }: { value: string }) {
  const [opened] = useState(value)
  return <input type="hidden" name="key" value={opened} readOnly />
}
